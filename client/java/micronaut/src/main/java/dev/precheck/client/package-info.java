/**
 * The client for Micronaut.
 *
 * <p>The interfaces of {@code api}, one for each tag of the contract, are beans: inject them.
 * {@link dev.precheck.client.PrecheckWaiter} submits a plan and waits for the outcome. A refusal is
 * a {@link dev.precheck.client.PrecheckException}, whatever the wire form.
 *
 * <pre>
 * micronaut.http.services.precheck.url: http://localhost:8080
 * precheck.client.wire-form: path     # or action, see {@link dev.precheck.client.WireForm}
 * </pre>
 */
@NullMarked
package dev.precheck.client;

import org.jspecify.annotations.NullMarked;
