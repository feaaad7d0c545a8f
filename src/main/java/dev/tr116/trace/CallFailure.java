package dev.tr116.trace;

import java.util.OptionalInt;

/**
 * How a call failed.
 *
 * @param kind which way
 * @param message what happened and what to do about it, for people
 * @param httpStatus the status received; empty when none was
 * @param charsReceived how much of the answer had arrived
 */
public record CallFailure(
    FailureKind kind, String message, OptionalInt httpStatus, int charsReceived) {}
