package dev.tr116.report.allure;

import dev.tr116.plan.BackendDescription;
import dev.tr116.trace.DualRun;

/** The words at the top of a test's page, in Markdown. */
final class Description {
  private Description() {}

  static String of(DualRun run) {
    var meaning = meaning(run.backend(), run.id().cell().model().displayName());
    return answeredBy(run.backend()) + (meaning.isEmpty() ? "" : "\n\n" + escape(meaning));
  }

  static String of(ComparisonReport report) {
    return answeredBy(report.backend()) + "\n\n" + escape(report.text());
  }

  static String of(ChecklistReport report) {
    return answeredBy(report.backend()) + "\n\n" + escape(report.text());
  }

  /**
   * What figures measured on a backend say of the models; plain text, empty for a real server.
   *
   * @param models the model's name, or words for several
   */
  static String meaning(BackendDescription backend, String models) {
    return switch (backend.weights()) {
      case BackendDescription.STAND_IN ->
          "The weights are stand-ins: random numbers in a small model of the right architecture."
              + " The figures show how this machine copes with concurrent agents; they say nothing"
              + " about the speed or the quality of "
              + models
              + ".";
      case BackendDescription.NO_WEIGHTS ->
          "The answers and their timing were scripted: no inference took place, the figures say"
              + " nothing about "
              + models
              + ".";
      default -> "";
    };
  }

  private static String answeredBy(BackendDescription backend) {
    return "Answered by **" + escape(backend.phrase()) + "**.";
  }

  /** Plain text that Markdown and HTML show as it is, whoever it came from; lines stay lines. */
  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\\\`*_\\[\\]!|#~]", "\\\\$0")
        .replaceAll("(?<!\\n)\\n(?!\\n)", "  \n");
  }
}
