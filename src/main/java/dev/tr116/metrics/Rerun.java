package dev.tr116.metrics;

import java.util.List;

/**
 * A run that was measured a second time because its first figures lie far from the others. It
 * enters no figure of its cell: dropping what looks odd, or replacing it, would make a cell look
 * steadier than it is.
 *
 * @param because agent and figure of each reason, e.g. {@code collector ttft}
 * @param again what the second time measured
 */
public record Rerun(List<String> because, DualRunMetrics again) {
  public Rerun {
    because = List.copyOf(because);
  }
}
