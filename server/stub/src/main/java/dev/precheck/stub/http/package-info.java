/** The contract over HTTP: preferences, answers, faults, and the stub's own addresses. */
@org.jspecify.annotations.NullMarked
package dev.precheck.stub.http;
