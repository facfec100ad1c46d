package dev.precheck.guard;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body with one fault.
 *
 * @param pointer where the fault is, a JSON Pointer (RFC 6901)
 * @param fault in words
 * @param unknownMember whether it is a member that the contract does not have
 */
record WrongBody(String pointer, String fault, JsonNode body, boolean unknownMember) {

  @Override
  public String toString() {
    return pointer + " is " + fault;
  }
}
