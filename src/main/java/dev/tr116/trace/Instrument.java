package dev.tr116.trace;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the instrument while it measured one block.
 *
 * @param calibration the client's own error; empty when it was not measured
 * @param window from the block's first call to its last, ms
 * @param garbageCollection time the JVM stood still to collect garbage in that window, ms
 * @param compilation time the JVM's compilers were busy beside it in that window, ms; empty where
 *     the JVM does not tell
 */
public record Instrument(
    Optional<Calibration> calibration,
    double window,
    double garbageCollection,
    OptionalDouble compilation) {}
