/** The contract as the stub reads it: operations, their examples, and what is wrong with them. */
@org.jspecify.annotations.NullMarked
package dev.precheck.stub.contract;
