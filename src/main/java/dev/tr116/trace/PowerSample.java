package dev.tr116.trace;

/**
 * The power that a device told.
 *
 * @param at when it arrived, ns of the monotonic clock
 * @param watts as the device told it
 */
public record PowerSample(long at, double watts) {}
