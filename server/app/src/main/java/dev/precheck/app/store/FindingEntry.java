package dev.precheck.app.store;

import dev.precheck.spi.ObjectKind;
import dev.precheck.spi.Severity;
import dev.precheck.spi.Side;
import java.util.List;
import java.util.Map;

/**
 * A problem at one object, as an item reported it.
 *
 * @param ordinal from 0 within its item, gravest first
 * @param code the problem's code
 * @param severity what it means for the item
 * @param side where the object lives
 * @param objectKind what the object is
 * @param objectPath its name from the outside in
 * @param arguments what the message was filled with
 * @param message what is wrong
 * @param remedy what to do
 * @param fixStatements statements that would mend it
 */
public record FindingEntry(
    int ordinal,
    String code,
    Severity severity,
    Side side,
    ObjectKind objectKind,
    List<String> objectPath,
    Map<String, String> arguments,
    String message,
    String remedy,
    List<String> fixStatements) {}
