/** The stub server: the contract's operations, answered from the contract's examples. */
@org.jspecify.annotations.NullMarked
package dev.precheck.stub;
