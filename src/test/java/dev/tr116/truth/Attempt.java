package dev.tr116.truth;

import dev.tr116.llm.LlmClient;
import dev.tr116.trace.DualRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One block of a profile and how far its record is from the arithmetic.
 *
 * @param percent how far each figure is off; infinite when it is missing
 * @param far the figures beyond the limit, for people
 * @param late how late the server's latest line was
 * @param hiccup how late a thread was that only slept
 */
record Attempt(Map<String, Double> percent, List<String> far, Duration late, Duration hiccup) {
  static final double MOST_PERCENT = 1;

  static Attempt at(KnownTruth truth, LlmClient client) {
    try (var stage = new Stage(truth);
        var hiccups = new Hiccups()) {
      var run = Trial.run(client, stage.endpoints(), true);
      if (!run.succeeded()) {
        throw new IllegalStateException("a call failed: " + run.agents() + run.solo());
      }
      var record = Trial.record(run);
      var percent = new TreeMap<String, Double>();
      var far = new ArrayList<String>();
      for (var figure : Arithmetic.figures(inTheirOrder(truth, run))) {
        var node = record.at(figure.pointer());
        var off =
            node.isNumber() ? figure.deviationPercent(node.asDouble()) : Double.POSITIVE_INFINITY;
        percent.put(figure.pointer(), off);
        if (off > MOST_PERCENT) {
          far.add(
              String.format(
                  Locale.ROOT,
                  "%s is %s instead of %.3f (%.2f %%)",
                  figure.pointer(),
                  node,
                  figure.value(),
                  off));
        }
      }
      return new Attempt(percent, far, stage.late(), hiccups.worst());
    }
  }

  /** Which agent one server serves first is chance. */
  private static List<AgentTruth> inTheirOrder(KnownTruth truth, DualRun run) {
    if (!truth.oneServer()) {
      return truth.agents();
    }
    var byEnd =
        IntStream.range(0, run.agents().size())
            .boxed()
            .sorted(Comparator.comparingLong(i -> run.agents().get(i).ended()))
            .toList();
    var ordered = new ArrayList<>(truth.agents());
    IntStream.range(0, byEnd.size())
        .forEach(place -> ordered.set(byEnd.get(place), truth.agents().get(place)));
    return ordered;
  }
}
