package dev.tr116.trace;

/**
 * A counter of energy, read once.
 *
 * @param at when, ns of the monotonic clock
 * @param joules since some moment that is the same for all readings of a session
 */
public record EnergyReading(long at, double joules) {}
