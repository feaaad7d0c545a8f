package dev.tr116.truth;

import dev.tr116.llm.LlmClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A profile played until every figure was within the limit at least once, or for the last time. A
 * machine that is busy with something else delays now this line and now that one; a figure that is
 * computed wrongly is off every time, also while nothing else is going on.
 */
final class Attempts {
  private static final int MOST = 10;

  /** Beyond this, no machine is to blame. */
  private static final double HOPELESS_PERCENT = 5;

  private final KnownTruth truth;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, Double> best = new TreeMap<>();

  private Attempts(KnownTruth truth) {
    this.truth = truth;
  }

  static Attempts at(KnownTruth truth, LlmClient client) {
    var all = new Attempts(truth);
    while (!all.hold() && all.attempts.size() < MOST) {
      var attempt = Attempt.at(truth, client);
      all.attempts.add(attempt);
      attempt.percent().forEach((figure, off) -> all.best.merge(figure, off, Math::min));
    }
    return all;
  }

  boolean hold() {
    return !attempts.isEmpty()
        && best.values().stream().allMatch(off -> off <= Attempt.MOST_PERCENT);
  }

  /** Whether what does not hold is wrong, not only disturbed. */
  boolean areConclusive() {
    return attempts.stream().anyMatch(attempt -> !Hiccups.disturb(attempt.hiccup()))
        || best.values().stream().anyMatch(off -> off > HOPELESS_PERCENT);
  }

  int count() {
    return attempts.size();
  }

  /** The smallest deviation of each figure, per cent. */
  Map<String, Double> best() {
    return best;
  }

  @Override
  public String toString() {
    return attempts.stream()
        .map(
            attempt ->
                String.format(
                    Locale.ROOT,
                    "server up to %.1f ms late, a thread that only slept %.1f ms: %s",
                    attempt.late().toNanos() / 1e6,
                    attempt.hiccup().toNanos() / 1e6,
                    attempt.far()))
        .collect(
            Collectors.joining(
                "\n",
                truth + ": these were off in all " + count() + " attempts: " + beyond() + "\n",
                ""));
  }

  private List<String> beyond() {
    return best.entrySet().stream()
        .filter(figure -> figure.getValue() > Attempt.MOST_PERCENT)
        .map(Map.Entry::getKey)
        .toList();
  }
}
