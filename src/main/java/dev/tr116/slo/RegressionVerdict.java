package dev.tr116.slo;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session, compared with an earlier one.
 *
 * @param here this session
 * @param there the earlier one
 * @param backend what both were measured on
 * @param enforced whether a regression fails the test
 * @param minEffectPercent how much a figure must change to count
 * @param regressions each figure of each cell that both have
 * @param refused cells that were measured under other conditions, with the fields that differ
 * @param onlyHere cells the earlier session lacks
 * @param onlyThere cells this session lacks
 */
public record RegressionVerdict(
    Compared here,
    Compared there,
    BackendDescription backend,
    boolean enforced,
    double minEffectPercent,
    List<Regression> regressions,
    Map<CellId, List<String>> refused,
    List<CellId> onlyHere,
    List<CellId> onlyThere) {
  public RegressionVerdict {
    regressions = List.copyOf(regressions);
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    onlyHere = List.copyOf(onlyHere);
    onlyThere = List.copyOf(onlyThere);
  }

  /**
   * One of the two sessions.
   *
   * @param name of the session
   * @param folder that holds its records
   * @param leftOut runs that failed or cannot be trusted, and are not compared
   */
  public record Compared(String name, Path folder, int leftOut) {}

  /**
   * INVALID when a cell may not be compared, FAIL when a figure is worse, INCONCLUSIVE when the
   * runs cannot tell of some figure or no figure is in both sessions, else PASS.
   */
  public Outcome outcome() {
    if (!refused.isEmpty()) {
      return Outcome.INVALID;
    }
    if (count(Change.REGRESSED) > 0) {
      return Outcome.FAIL;
    }
    return regressions.isEmpty() || count(Change.INCONCLUSIVE) > 0
        ? Outcome.INCONCLUSIVE
        : Outcome.PASS;
  }

  /** The figures of which that became. */
  public List<Regression> changed(Change change) {
    return regressions.stream().filter(each -> each.change() == change).toList();
  }

  /** What the outcome means, in words that begin with a stable phrase. */
  public String message() {
    return RegressionMessage.of(this);
  }

  /** One line of counts, e.g. {@code 1 worse, 0 better, 9 unchanged, 4 undecided}. */
  public String counts() {
    return count(Change.REGRESSED)
        + " worse, "
        + count(Change.IMPROVED)
        + " better, "
        + count(Change.SAME)
        + " unchanged, "
        + count(Change.INCONCLUSIVE)
        + " undecided";
  }

  private int count(Change change) {
    return changed(change).size();
  }
}
