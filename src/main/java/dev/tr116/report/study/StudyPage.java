package dev.tr116.report.study;

import java.util.List;

/** The whole report on a study, section by section. */
final class StudyPage {
  private StudyPage() {}

  /**
   * Writes it.
   *
   * @param study what it is about
   * @param costs Markdown on cost and deployment
   * @param differs Markdown on published figures that the data does not give; empty without any
   */
  static String of(Study study, String costs, String differs) {
    var page = new Page();
    var rules = Rules.of(study);
    head(page, study);
    page.heading(2, "Executive Summary");
    page.heading(3, "Key Findings");
    Findings.of(study).forEach(page::bullet);
    Questions.write(page, study);
    stack(page, rules);
    ScopeSection.write(page, study);
    page.heading(2, "Methodology");
    study.facts().method().forEach(page::bullet);
    definitions(page);
    page.heading(2, "Multi-Agent Analysis");
    RuntimeGapSection.write(page, study);
    ModelSections.write(page, study);
    TrueSection.write(page, study);
    NotesSection.write(page, study);
    StabilitySections.write(page, study);
    CausesSection.write(page, study);
    SingleSection.write(page, study);
    ComparisonSection.write(page, study);
    DeepDiveSection.write(page, study);
    failures(page, study);
    Rules.write(page, study, rules);
    page.heading(2, "Cost and Deployment");
    page.markdown(costs);
    reproducibility(page, study);
    if (!differs.isEmpty()) {
      page.heading(2, "Published Figures That Differ");
      page.markdown(differs);
    }
    appendices(page, study);
    return page.toString();
  }

  private static void head(Page page, Study study) {
    page.heading(1, "Technical Report 116: Cross-Model Concurrent Benchmarking");
    page.paragraph(
        ScopeSection.list(study.byModel().keySet())
            + " ("
            + ScopeSection.list(study.byRuntime().keySet())
            + ")");
    study.facts().head().forEach(page::field);
    page.field(
        "Test Matrix",
        "%d dual-agent runs (%d configs) + %d single-agent configs"
            .formatted(study.runs().size(), study.cells().size(), study.singles().size()));
    study.facts().warning().ifPresent(page::paragraph);
  }

  /** What the rules recommend, where they do. */
  private static void stack(Page page, List<Rule> rules) {
    page.heading(3, "Recommended Stack (based on these runs)");
    page.bullets(
        rules.stream()
            .filter(rule -> rule.applies() == Rule.Applies.YES)
            .map(rule -> rule.name() + ": " + rule.recommendation() + ".")
            .toList(),
        "No recommendation is supported by this data; see Recommendations for each rule.");
  }

  private static void definitions(Page page) {
    page.table(
        List.of("Figure", "Definition"),
        List.of(
            List.of("Speedup (TR116)", "sum of the agents' wall times in the run / its wall time"),
            List.of("Efficiency (TR116)", "speedup / number of agents x 100"),
            List.of(
                "Contention (TR116)",
                "TTFT of an agent above 3 s, or speedup below 1.5; TR116's harnesses looked for"
                    + " the speedup alone or not at all"),
            List.of("True speedup", "sum of the agents' wall times alone / wall time of the run"),
            List.of("True efficiency", "true speedup / number of agents x 100"),
            List.of("Std, variance", "of the sample, divided by n - 1"),
            List.of(
                "Interval",
                "95%, of a mean or a difference of means; bootstrap (BCa), from 500 runs on by the"
                    + " central limit theorem; with few runs too narrow"),
            List.of(
                "Verdict",
                "differ: the interval does not hold 0; intervals are not corrected for the number"
                    + " of comparisons")));
  }

  private static void failures(Page page, Study study) {
    page.heading(2, "Failures and Notes on the Measurement");
    page.bullets(study.facts().failures(), "No failed call is recorded.");
    page.bullets(study.facts().notes(), "No further notes.");
  }

  private static void reproducibility(Page page, Study study) {
    page.heading(2, "Reproducibility and Data Integrity");
    study.facts().reproduce().forEach(page::bullet);
    study
        .facts()
        .models()
        .forEach((model, known) -> page.bullet("Model " + model + ": " + String.join("; ", known)));
    page.code(study.facts().commands());
  }

  private static void appendices(Page page, Study study) {
    RunAppendices.flat(page, study);
    RunAppendices.byConfiguration(page, study);
    StatisticsAppendix.write(page, study);
    SingleAppendices.breakdown(page, study);
    RunAppendices.cards(page, study);
    RecordAppendices.manifest(page, study);
    RunAppendices.notes(page, study);
    SingleAppendices.notes(page, study);
    RecordAppendices.requirements(page, study);
    RecordAppendices.checklist(page, study);
    RecordAppendices.runbook(page, study);
    RunAppendices.sorted(page, study);
  }
}
