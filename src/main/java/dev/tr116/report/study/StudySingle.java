package dev.tr116.report.study;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One agent with a server for itself: the same work with baseline and with chimera options.
 *
 * @param runtime how the agent was scheduled
 * @param model it asked for
 * @param options of the chimera side
 * @param baseline with the baseline options
 * @param chimera with the options under study
 * @param throughputGain how much more tokens per second chimera has, percent
 * @param ttftReduction how much less TTFT chimera has, percent
 * @param runs each run, where runs were kept
 * @param source of the figures
 */
record StudySingle(
    String runtime,
    String model,
    Options options,
    Side baseline,
    Side chimera,
    OptionalDouble throughputGain,
    OptionalDouble ttftReduction,
    List<Run> runs,
    String source)
    implements Comparable<StudySingle> {
  private static final Comparator<StudySingle> ORDER =
      Comparator.comparing(StudySingle::runtime)
          .thenComparing(StudySingle::model)
          .thenComparingDouble(single -> single.options().gpuLayers().orElse(-1))
          .thenComparingDouble(single -> single.options().context().orElse(-1))
          .thenComparing(single -> single.options().label());

  StudySingle {
    runs = List.copyOf(runs);
  }

  /**
   * Options under study.
   *
   * @param label all of them, e.g. {@code gpu60_ctx512_temp08}
   * @param gpuLayers num_gpu; empty where it is not set
   * @param context num_ctx; empty where it is not set
   * @param temperature empty where it is not set
   */
  record Options(
      String label, OptionalDouble gpuLayers, OptionalDouble context, OptionalDouble temperature) {}

  /**
   * Means over the runs of one side.
   *
   * @param throughput tokens per second
   * @param ttft ms
   */
  record Side(OptionalDouble throughput, OptionalDouble ttft) {}

  /**
   * One run of both sides.
   *
   * @param number from 1
   * @param baseline with the baseline options
   * @param chimera with the options under study
   */
  record Run(int number, Side baseline, Side chimera) {}

  @Override
  public int compareTo(StudySingle other) {
    return ORDER.compare(this, other);
  }
}
