package dev.tr116.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands behind the report: files, what was asked for, the checklist, how to do it again. */
final class RecordAppendices {
  private RecordAppendices() {}

  static void manifest(Page page, Study study) {
    page.heading(2, "Appendix E: Metrics Manifest");
    var files = study.facts().manifest();
    if (files.isEmpty()) {
      page.paragraph("No manifest with checksums is kept; these are the records of the figures.");
      var records =
          Stream.concat(
                  study.runs().stream().map(StudyRun::path),
                  study.singles().stream().map(StudySingle::source))
              .toList();
      page.bullets(some(records, study), "None.");
    } else {
      page.bullets(some(files, study), "None.");
    }
  }

  private static List<String> some(List<String> files, Study study) {
    return files.size() <= Limits.RUNS
        ? files
        : Stream.concat(
                files.stream().limit(Limits.SHOWN),
                Stream.of(
                    "... and "
                        + (files.size() - Limits.SHOWN)
                        + " more"
                        + (study.facts().manifest().isEmpty() ? "" : "; see manifest.json")))
            .toList();
  }

  static void requirements(Page page, Study study) {
    page.heading(2, "Appendix H: Requirements and What Meets Them");
    var rows = new ArrayList<List<String>>();
    rows.add(
        row(
            "Three models or more, side by side",
            study.byModel().size() >= 3,
            study.byModel().size() + " models"));
    rows.add(
        row(
            "Two runtimes or more",
            study.byRuntime().size() >= 2,
            study.byRuntime().size() + " runtimes"));
    var fewest =
        study.cells().values().stream()
            .mapToLong(runs -> runs.stream().filter(StudyRun::isMeasured).count())
            .min();
    rows.add(
        row(
            "At least 3 measured runs of every configuration",
            fewest.orElse(0) >= 3,
            "fewest: " + (fewest.isPresent() ? fewest.getAsLong() : "-")));
    rows.add(
        row(
            "One agent alone, baseline against chimera options",
            !study.singles().isEmpty(),
            study.singles().size() + " configurations"));
    rows.add(
        row(
            "Each agent alone beside the concurrent run",
            TrueSection.isMeasured(study),
            Sample.of(study.runs(), Figure.TRUE_SPEEDUP).n() + " runs"));
    rows.add(
        row(
            "Power, for tokens per joule (optional)",
            Sample.of(study.runs(), Figure.TOKENS_PER_JOULE).n() > 0,
            Sample.of(study.runs(), Figure.TOKENS_PER_JOULE).n() + " runs"));
    rows.add(
        row(
            "Checksums of raw files",
            !study.facts().manifest().isEmpty(),
            study.facts().manifest().size() + " files"));
    page.table(List.of("What was asked for", "Met", "By"), rows);
  }

  private static List<String> row(String asked, boolean met, String by) {
    return List.of(asked, met ? "yes" : "no", by);
  }

  static void checklist(Page page, Study study) {
    page.heading(2, "Appendix I: Validation Checklist");
    page.table(
        List.of("Item", "What must hold", "State", "Why"),
        study.facts().checklist(),
        "No checklist of this data was kept when the report was written.");
  }

  static void runbook(Page page, Study study) {
    page.heading(2, "Appendix J: Runbook (quick rerun guide)");
    page.numbered(
        List.of(
            "Start one server for each agent; the ports are under Reproducibility.",
            "Have the models there; their digests are under Reproducibility.",
            "Run the commands below in a checkout of the commit named there.",
            "Hold the new session against this one with -Dtr116.compare=SESSION.",
            "Keep the session's folder whole; tr116 verify SESSION checks it against its manifest."));
    page.code(study.facts().commands());
  }
}
