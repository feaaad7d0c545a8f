package dev.tr116.results.tr116;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of a run as its harness computed them, by its own definitions and signs.
 *
 * @param speedup see {@link Harness}
 * @param efficiencyPercent speedup / 2 x 100
 * @param throughputDelta insight minus collector, tokens per second
 * @param ttftDelta ms; see {@link Harness#ttftSign()}
 * @param contention the flag; empty where the harness did not look
 */
public record StoredFigures(
    OptionalDouble speedup,
    OptionalDouble efficiencyPercent,
    OptionalDouble throughputDelta,
    OptionalDouble ttftDelta,
    Optional<Boolean> contention) {}
