/** Certificates that a connection shows or trusts. */
package dev.precheck.engine.tls;
