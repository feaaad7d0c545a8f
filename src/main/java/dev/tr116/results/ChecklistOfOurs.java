package dev.tr116.results;

import static dev.tr116.results.ChecklistAnswer.fail;
import static dev.tr116.results.ChecklistAnswer.notApplicable;
import static dev.tr116.results.ChecklistAnswer.pass;
import static dev.tr116.results.ChecklistAnswer.unless;

import dev.tr116.plan.Property;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Outliers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What TR116's checklist does not ask, held against a session. */
final class ChecklistOfOurs {
  private static final String OFF = "off";

  private final SessionEvidence evidence;
  private final boolean isReal;

  ChecklistOfOurs(SessionEvidence evidence) {
    this.evidence = evidence;
    this.isReal = BackendJson.read(evidence.session().object("backend")).isReal();
  }

  ChecklistAnswer noRunWasInterrupted() {
    return unless(
        all(run -> run.status().equals("interrupted")),
        "none of " + evidence.records().size(),
        "measure them again: resume the session");
  }

  ChecklistAnswer noCallFailed() {
    return unless(
        all(run -> run.calls().stream().anyMatch(RunEvidence::failed)),
        "none of "
            + evidence.records().values().stream().mapToInt(run -> run.calls().size()).sum()
            + " calls",
        "see " + FailureLog.FILE);
  }

  ChecklistAnswer everyFailureIsLogged() {
    var logged =
        FailureLog.in(evidence.folder()).read().stream()
            .filter(line -> line.run().isPresent() && line.kind().isPresent())
            .map(line -> line.cell() + "/run_" + line.run().get() + " " + line.role().orElse(""))
            .toList();
    var wrong = new ArrayList<String>();
    var count = 0;
    for (var run : evidence.records().values()) {
      for (var agent : run.agents()) {
        var hasFailed =
            agent.objects("calls").stream().anyMatch(RunEvidence::failed)
                || agent.objects("solo_calls").stream().anyMatch(RunEvidence::failed);
        if (hasFailed && !logged.contains(run.id().key() + " " + agent.text("role"))) {
          wrong.add(run + " " + agent.text("role"));
        }
        count += hasFailed ? 1 : 0;
      }
    }
    return unless(wrong, count + " failures, all logged", FailureLog.FILE + " was cut short");
  }

  ChecklistAnswer figuresComeFromWarmTrustedRuns() {
    return unless(
        evidence.measured().stream()
            .filter(run -> run.calls().stream().anyMatch(call -> call.flag("cold")))
            .map(RunEvidence::toString)
            .toList(),
        evidence.measured().size() + " of " + evidence.records().size() + " runs are in figures",
        "they paid for loading a model and must not be in any figure");
  }

  ChecklistAnswer cellsHaveEnoughRunsForAVerdict() {
    if (!evidence.property(Property.ONLY).isEmpty()
        || evidence.needed().stream().mapToInt(run -> run.number()).max().orElse(0)
            < CellVerdict.FEWEST_RUNS) {
      return notApplicable(
          "fewer than "
              + CellVerdict.FEWEST_RUNS
              + " runs of a cell were planned, so none is judged; set "
              + Property.RUNS.key()
              + "="
              + CellVerdict.FEWEST_RUNS);
    }
    var wrong = new ArrayList<String>();
    for (var cell : evidence.needed().stream().map(run -> run.cell()).distinct().toList()) {
      var measured =
          evidence.measured().stream().filter(run -> run.id().cell().equals(cell)).count();
      if (measured < CellVerdict.FEWEST_RUNS) {
        wrong.add(cell + " has " + measured);
      }
    }
    return unless(
        wrong,
        "at least " + CellVerdict.FEWEST_RUNS + " each",
        "raise " + Property.RUNS.key() + ", or see why the others failed");
  }

  ChecklistAnswer soloBaselinesArePresent() {
    if (evidence.property(Property.SOLO).equals(OFF)) {
      return notApplicable(Property.SOLO.key() + "=off");
    }
    var sideBySide =
        evidence.measured().stream()
            .filter(run -> run.id().cell().isSideBySide() && run.agents().size() > 1)
            .toList();
    return unless(
        sideBySide.stream()
            .filter(
                run ->
                    run.agents().stream().anyMatch(agent -> agent.figure("solo_wall_ms").isEmpty()))
            .map(RunEvidence::toString)
            .toList(),
        sideBySide.size() + " runs have each agent alone",
        "their solo calls failed; measure them again");
  }

  ChecklistAnswer instrumentWasCalibrated() {
    if (evidence.property(Property.CALIBRATION).equals(OFF)) {
      return notApplicable(Property.CALIBRATION.key() + "=off");
    }
    return unless(
        all(
            run ->
                run.record()
                    .optionalObject("calibration")
                    .filter(told -> told.figure("ttft_error_us_p50").isPresent())
                    .isEmpty()),
        evidence.records().size() + " records tell the instrument's error",
        "set " + Property.CALIBRATION.key() + " to a number of calls");
  }

  ChecklistAnswer preflightPassed() {
    if (evidence.property(Property.PREFLIGHT).equals(OFF)) {
      return notApplicable(Property.PREFLIGHT.key() + "=off");
    }
    if (!evidence.session().has("preflight")) {
      return notApplicable("no preflight is recorded");
    }
    var findings = evidence.session().objects("preflight");
    if (findings.isEmpty() && !isReal) {
      return notApplicable("nothing is recorded that this backend could tell");
    }
    return unless(
        findings.stream()
            .filter(finding -> finding.text("level").equals("error"))
            .map(finding -> finding.text("message"))
            .toList(),
        findings.size() + " findings, none of them an error",
        "put it right before measuring");
  }

  ChecklistAnswer outliersWereMeasuredAgain() {
    var policy = evidence.property(Property.RERUN);
    if (policy.equals(OFF) || (policy.equals("auto") && !isReal)) {
      return notApplicable(Property.RERUN.key() + "=" + policy + (isReal ? "" : " on a stand-in"));
    }
    var wrong = new ArrayList<String>();
    var again = 0;
    for (var cell : evidence.cells().values()) {
      for (var run : outliers(cell.stream().filter(RunEvidence::isMeasured).toList())) {
        if (evidence.again(run.id()).isPresent()) {
          again++;
        } else {
          wrong.add(run.toString());
        }
      }
    }
    return unless(
        wrong,
        again + " outliers, each measured once more, both results kept",
        "let the cell's verdict be reached: it measures them again");
  }

  private static Set<RunEvidence> outliers(List<RunEvidence> cell) {
    var found = new LinkedHashSet<RunEvidence>();
    if (cell.isEmpty()) {
      return found;
    }
    for (var agent : cell.getFirst().agents()) {
      for (var name : List.of("throughput_tok_s", "ttft_ms")) {
        var having =
            cell.stream()
                .filter(
                    run ->
                        run.agent(agent.text("role"))
                            .filter(mine -> mine.figure(name).isPresent())
                            .isPresent())
                .toList();
        var values =
            having.stream()
                .mapToDouble(
                    run -> run.agent(agent.text("role")).orElseThrow().figure(name).getAsDouble())
                .toArray();
        Outliers.of(values)
            .ifPresent(outliers -> outliers.flagged().forEach(i -> found.add(having.get(i))));
      }
    }
    return found;
  }

  ChecklistAnswer summariesAreThere() throws IOException {
    var folders = new ArrayList<>(List.of(evidence.folder()));
    evidence.cells().keySet().forEach(c -> folders.add(evidence.folder().resolve(c.directory())));
    var wrong = new ArrayList<String>();
    for (var folder : folders) {
      for (var name : List.of("summary.json", "summary.md")) {
        var file = folder.resolve(name);
        if (!Files.exists(file) || Files.size(file) == 0) {
          wrong.add(evidence.folder().relativize(file).toString());
        }
      }
    }
    return unless(
        wrong, "of the session and " + (folders.size() - 1) + " cells", "end the session properly");
  }

  ChecklistAnswer agentsAnswered() throws IOException {
    var wrong = new ArrayList<String>();
    var count = 0;
    for (var run : evidence.measured()) {
      for (var agent : run.agents()) {
        var file = run.folder().resolve(agent.text("role") + ".md");
        count++;
        if (!Files.exists(file) || Files.size(file) == 0) {
          wrong.add(run + " " + agent.text("role"));
        }
      }
    }
    return unless(
        wrong,
        count + " answers",
        "a thinking model may need a larger " + Property.NUM_PREDICT.key());
  }

  ChecklistAnswer everyCellHadOneModel() {
    return constant(
        run ->
            run.record().object("environment").optionalText("model_digest").orElse("-")
                + " "
                + run.record().object("environment").optionalText("quantization").orElse("-"),
        "one digest and quantization in each of ",
        "the model was pulled again meanwhile; measure the cell again");
  }

  ChecklistAnswer environmentStayedTheSame() {
    return constant(
        run -> run.record().object("environment").text("fingerprint"),
        "one fingerprint in each of ",
        "machine, server or model changed meanwhile; measure the cell again");
  }

  ChecklistAnswer everyCellHadOneConfiguration() {
    var fallbacks =
        evidence.cells().entrySet().stream()
            .filter(cell -> cell.getValue().getFirst().fallback().isPresent())
            .map(
                cell ->
                    cell.getKey()
                        + " with "
                        + cell.getValue().getFirst().fallback().orElseThrow().used())
            .collect(Collectors.joining("; "));
    var answer =
        constant(
            run -> run.fallback().map(Object::toString).orElse("as asked"),
            fallbacks.isEmpty()
                ? "as asked in "
                : "NOT what was asked for: " + fallbacks + "; one configuration in ",
            "measure the cell again");
    var decided =
        FailureLog.in(evidence.folder()).read().stream()
            .anyMatch(line -> line.decision().startsWith("fell back"));
    return answer.equals(pass(answer.why())) && !fallbacks.isEmpty() && !decided
        ? fail(fallbacks + " without a word in " + FailureLog.FILE)
        : answer;
  }

  private ChecklistAnswer constant(
      Function<RunEvidence, String> value, String passed, String toDo) {
    var wrong = new ArrayList<String>();
    evidence
        .cells()
        .forEach(
            (cell, runs) -> {
              var values = runs.stream().map(value).distinct().count();
              if (values > 1) {
                wrong.add(cell + " has " + values);
              }
            });
    return unless(wrong, passed + evidence.cells().size() + " cells", toDo);
  }

  private List<String> all(java.util.function.Predicate<RunEvidence> wrong) {
    return evidence.records().values().stream().filter(wrong).map(RunEvidence::toString).toList();
  }
}
