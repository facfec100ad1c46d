/**
 * The client without a framework.
 *
 * <p>{@link dev.precheck.client.plain.HttpTransport} reaches a server, the classes of {@code api}
 * (one for each tag of the contract) call its operations, {@link
 * dev.precheck.client.plain.PrecheckWaiter} submits a plan and waits for the outcome. A refusal is
 * a {@link dev.precheck.client.plain.PrecheckException}, whatever the wire form.
 */
@NullMarked
package dev.precheck.client.plain;

import org.jspecify.annotations.NullMarked;
