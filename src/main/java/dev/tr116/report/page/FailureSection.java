package dev.tr116.report.page;

import dev.tr116.report.page.Table.Cell;
import dev.tr116.results.KeptFailure;
import java.util.Optional;
import java.util.TreeMap;

/** Every failed call, with what was decided. */
final class FailureSection {
  private static final int MOST_SHOWN = 100;
  private static final int LONGEST = 400;

  private FailureSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var failures = data.stored().failures();
    if (failures.isEmpty()) {
      html.p("No call failed, and nothing had to be decided about a cell.");
      return Section.of("failures", "Failures", html);
    }
    var kinds = new TreeMap<String, Integer>();
    failures.stream()
        .flatMap(each -> each.kind().stream())
        .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    if (!kinds.isEmpty()) {
      html.p(
          "By kind: "
              + Words.list(
                  kinds.entrySet().stream()
                      .map(kind -> kind.getKey() + " " + kind.getValue())
                      .toList())
              + ".");
    }
    var table =
        Table.of(
            "Failed calls and decisions",
            "cell",
            "run",
            "part",
            "agent",
            "kind",
            "message",
            "decision");
    failures.stream().limit(MOST_SHOWN).forEach(each -> row(table, each));
    table.write(html);
    if (failures.size() > MOST_SHOWN) {
      html.note((failures.size() - MOST_SHOWN) + " more stand in failures.jsonl.");
    }
    return Section.of("failures", "Failures", html);
  }

  private static void row(Table table, KeptFailure failure) {
    table.row(
        Cell.of(failure.cell()),
        Cell.of(failure.run().map(String::valueOf).orElse(Cell.ABSENT)),
        Cell.of(failure.part()),
        Cell.of(failure.role().orElse(Cell.ABSENT)),
        Cell.of(failure.kind().orElse(Cell.ABSENT)),
        Cell.of(shortened(failure.message().orElse(Cell.ABSENT))),
        Cell.of(failure.decision()));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
