package dev.tr116.slo;

import dev.tr116.plan.CellId;
import dev.tr116.slo.Regression.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The message of a comparison: what changed, by how much, and where the records are. */
final class RegressionMessage {
  /** More lines than that would hide the others; the table has them all. */
  private static final int MOST_UNDECIDED = 5;

  private RegressionMessage() {}

  static String of(RegressionVerdict verdict) {
    var lines = new ArrayList<String>();
    switch (verdict.outcome()) {
      case PASS ->
          lines.add(verdict.here().name() + " is no worse than session " + verdict.there().name());
      case FAIL -> lines.add("Regression: " + worse(verdict));
      case INVALID -> {
        lines.add(
            "Comparison refused: measured under other conditions than "
                + "session "
                + verdict.there().name());
        verdict
            .refused()
            .forEach(
                (cell, differences) -> {
                  lines.add("  " + cell.displayName());
                  differences.forEach(difference -> lines.add("    " + difference));
                });
        if (!verdict.changed(Change.REGRESSED).isEmpty()) {
          lines.add("  of the other cells " + worse(verdict));
        }
      }
      case INCONCLUSIVE -> lines.add("Inconclusive: " + undecided(verdict));
    }
    verdict.changed(Change.REGRESSED).forEach(each -> lines.addAll(paragraph(verdict, each)));
    if (verdict.outcome() == Outcome.INCONCLUSIVE) {
      verdict.changed(Change.INCONCLUSIVE).stream()
          .limit(MOST_UNDECIDED)
          .forEach(each -> lines.add("  " + line(each)));
    }
    lines.add("  table:    " + verdict.here().folder().resolve("comparison.md"));
    return String.join("\n", lines);
  }

  private static String worse(RegressionVerdict verdict) {
    return verdict.changed(Change.REGRESSED).size()
        + " of "
        + verdict.regressions().size()
        + " figures are worse than in session "
        + verdict.there().name();
  }

  private static String undecided(RegressionVerdict verdict) {
    if (verdict.regressions().isEmpty()) {
      return "no cell was measured in both sessions; session "
          + verdict.there().name()
          + " has "
          + names(verdict.onlyThere())
          + ", this one "
          + names(verdict.onlyHere());
    }
    return verdict.changed(Change.INCONCLUSIVE).size()
        + " of "
        + verdict.regressions().size()
        + " figures cannot be told from session "
        + verdict.there().name()
        + "; none is shown to be worse";
  }

  private static String names(List<CellId> cells) {
    return cells.isEmpty()
        ? "none"
        : String.join(", ", cells.stream().map(Object::toString).toList());
  }

  private static List<String> paragraph(RegressionVerdict verdict, Regression each) {
    var cell = each.cell().directory();
    return List.of(
        "  " + line(each),
        "    here:   " + side(each, each.now()) + ", " + verdict.here().folder().resolve(cell),
        "    there:  " + side(each, each.before()) + ", " + verdict.there().folder().resolve(cell));
  }

  private static String line(Regression each) {
    return each.cell().displayName() + ": " + each.metric().title() + " " + each.why();
  }

  private static String side(Regression each, Side side) {
    var mean =
        side.mean().isPresent()
            ? String.format(Locale.ROOT, "%.2f %s", side.mean().getAsDouble(), each.metric().unit())
            : "not measured";
    return mean + " (n " + side.n() + ")";
  }
}
