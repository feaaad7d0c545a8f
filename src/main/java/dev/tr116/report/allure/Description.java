package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.trace.DualRun;

/** The words at the top of a test's page, in Markdown. */
final class Description {
  private Description() {}

  static String of(DualRun run) {
    return answeredBy(run.backend(), run.id().cell());
  }

  static String of(CellReport report) {
    return answeredBy(report.backend(), report.cell()) + "\n\n" + escape(report.text());
  }

  static String of(ComparisonReport report) {
    return "Answered by **" + escape(report.backend().phrase()) + "**.\n\n" + escape(report.text());
  }

  static String of(ChecklistReport report) {
    return "Answered by **" + escape(report.backend().phrase()) + "**.\n\n" + escape(report.text());
  }

  private static String answeredBy(BackendDescription backend, CellId cell) {
    var phrase = "Answered by **" + escape(backend.phrase()) + "**.";
    var model = escape(cell.model().displayName());
    if (backend.weights().equals(BackendDescription.STAND_IN)) {
      return phrase
          + "\n\nThe weights are stand-ins: random numbers in a small model of the right"
          + " architecture. The figures show how this machine copes with concurrent agents; they"
          + " say nothing about the speed or the quality of "
          + model
          + ".";
    }
    if (backend.kind().equals("scripted")) {
      return phrase + "\n\nThe answers and their timing were scripted: " + model + " did not run.";
    }
    return phrase;
  }

  /** Plain text that Markdown and HTML show as it is, whoever it came from. */
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\\\`*_\\[\\]!|#~]", "\\\\$0");
  }
}
