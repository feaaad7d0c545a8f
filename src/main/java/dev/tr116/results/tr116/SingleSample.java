package dev.tr116.results.tr116;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one agent alone was measured with: a call of the Rust harness, a run of two calls of the
 * Python harness.
 *
 * @param run from 1
 * @param throughput tokens per second as stored; empty for a call without final metrics
 * @param ttft ms as stored
 * @param tokens generated
 * @param eval the server's decode, ms; the Python harness keeps none
 */
public record SingleSample(
    int run,
    OptionalDouble throughput,
    OptionalDouble ttft,
    OptionalLong tokens,
    OptionalDouble eval) {}
