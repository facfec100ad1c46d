/** Who calls: roles, tenants and the texts of API tokens. */
@org.jspecify.annotations.NullMarked
package dev.precheck.app.identity;
