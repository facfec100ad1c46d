-- The demo's source. Two of its tables have no key, which the precheck is to find.
CREATE SCHEMA "shop";
CREATE TABLE "shop"."customers" ("id" BIGINT PRIMARY KEY, "name" VARCHAR(100) NOT NULL);
CREATE TABLE "shop"."orders" ("id" BIGINT PRIMARY KEY, "customer_id" BIGINT NOT NULL);
CREATE TABLE "shop"."order_lines" ("order_id" BIGINT, "line" INT, "article" VARCHAR(40), PRIMARY KEY ("order_id", "line"));
CREATE TABLE "shop"."audit_log" ("at" TIMESTAMP NOT NULL, "what" VARCHAR(200));
CREATE TABLE "shop"."clicks" ("at" TIMESTAMP NOT NULL, "page" VARCHAR(200));
CREATE SCHEMA "crm";
CREATE TABLE "crm"."contacts" ("id" BIGINT PRIMARY KEY, "email" VARCHAR(200));
GRANT SELECT ON SCHEMA "shop" TO READER;
GRANT SELECT ON SCHEMA "crm" TO READER;
