/**
 * What every server of the contract has to do, whether it is the service or a stub: a suite to
 * extend, whose cases are made from the contract.
 */
@NullMarked
package dev.precheck.guard;

import org.jspecify.annotations.NullMarked;
