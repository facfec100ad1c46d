/**
 * Where the engine may connect to. A host name is resolved once; {@link
 * dev.precheck.engine.network.NetworkPolicy} judges what it resolved to, and what it lets through
 * is a {@link dev.precheck.engine.network.Route}, the only thing that is ever dialled.
 */
package dev.precheck.engine.network;
