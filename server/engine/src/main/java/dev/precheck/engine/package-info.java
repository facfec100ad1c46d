/**
 * Judges a plan: catalogue → plan → facts of every server, side by side → checks → report. It knows
 * neither HTTP nor a store; {@link dev.precheck.engine.Precheck} is the way in and {@link
 * dev.precheck.engine.RunListener} the way out while a run goes on.
 */
package dev.precheck.engine;
