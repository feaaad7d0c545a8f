package dev.tr116.trace;

import java.util.OptionalDouble;

/**
 * How far the client is off, measured against a server in its own process that tells when it really
 * sent each line, with the same runtime and as many agents side by side.
 *
 * @param agents side by side
 * @param calls made
 * @param ttft the client's TTFT minus the server's own time to its first token
 * @param chunk the client's time from the first to the last chunk of a call minus the server's own
 */
public record Calibration(int agents, int calls, Errors ttft, Errors chunk) {

  /**
   * Absolute errors of a sample of calls, in microseconds.
   *
   * @param p50 the median
   * @param p99 empty when the sample does not support it
   */
  public record Errors(double p50, OptionalDouble p99) {}
}
