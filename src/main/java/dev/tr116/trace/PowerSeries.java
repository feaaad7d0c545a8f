package dev.tr116.trace;

import java.util.List;

/**
 * The power of one device over a time.
 *
 * @param device e.g. {@code gpu0}
 * @param samples in the order they arrived; none when it has gone silent
 */
public record PowerSeries(String device, List<PowerSample> samples) {
  public PowerSeries {
    samples = List.copyOf(samples);
  }
}
