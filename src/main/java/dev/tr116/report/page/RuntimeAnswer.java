package dev.tr116.report.page;

import dev.tr116.slo.RuntimeComparison;
import dev.tr116.slo.RuntimeFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Under which runtime: what the tests between runtimes show of the wall time. */
final class RuntimeAnswer {
  /** Below it a difference is taken as shown. */
  private static final double ALPHA = 0.05;

  private RuntimeAnswer() {}

  /** One sentence; empty where there is one runtime. */
  static Optional<String> of(PageData data) {
    var walls =
        data.runtimes().stream().filter(each -> each.figure() == RuntimeFigure.WALL).toList();
    if (walls.isEmpty()) {
      return Optional.empty();
    }
    var shown = walls.stream().filter(RuntimeAnswer::isShown).toList();
    if (shown.isEmpty()) {
      return Optional.of(
          "No difference in wall time is shown between runtimes, in "
              + Words.count(walls.size(), "comparison")
              + ".");
    }
    return Optional.of(
        "A difference in wall time is shown in "
            + shown.size()
            + " of "
            + Words.count(walls.size(), "comparison")
            + ": "
            + Words.shortList(words(shown), 3)
            + ".");
  }

  /** Whether test and interval agree that the two differ. */
  static boolean isShown(RuntimeComparison comparison) {
    return comparison.adjustedP().isPresent()
        && comparison.adjustedP().getAsDouble() < ALPHA
        && comparison.compared().map(two -> !two.interval().contains(1)).orElse(false);
  }

  private static List<String> words(List<RuntimeComparison> shown) {
    var words = new ArrayList<String>();
    for (var each : shown) {
      var ratio = each.compared().orElseThrow().ratio();
      words.add(
          each.cell().id().model().displayName()
              + " · "
              + each.cell().id().shortName()
              + " takes "
              + Unit.FACTOR.of(ratio)
              + " as long under "
              + each.cell().id().runtime()
              + " as under "
              + each.reference().id().runtime());
    }
    return words;
  }
}
