-- The demo's target. It lacks the schema crm, and a table that is to be filled has rows.
CREATE SCHEMA "shop";
CREATE TABLE "shop"."orders" ("id" BIGINT PRIMARY KEY, "customer_id" BIGINT NOT NULL);
INSERT INTO "shop"."orders" VALUES (1, 1), (2, 1);
GRANT SELECT ON SCHEMA "shop" TO READER;
