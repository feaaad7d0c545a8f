package dev.tr116.exec;

import java.util.Optional;

/**
 * A part that is over, its intervals measured by the program.
 *
 * @param released the program's barrier, placed on this JVM's monotonic clock, ns
 * @param ended the last agent's end by the program's clock, placed in the same way, ns
 * @param interrupted whether it was stopped from outside
 * @param broken how the program broke the protocol; empty when it kept to it
 */
public record Part(long released, long ended, boolean interrupted, Optional<String> broken) {}
