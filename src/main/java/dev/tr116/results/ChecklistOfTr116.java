package dev.tr116.results;

import static dev.tr116.results.ChecklistAnswer.fail;
import static dev.tr116.results.ChecklistAnswer.notApplicable;
import static dev.tr116.results.ChecklistAnswer.pass;
import static dev.tr116.results.ChecklistAnswer.unless;

import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The ten items of TR116's validation checklist, held against a session. */
final class ChecklistOfTr116 {
  private static final String POWER_LOG = "power_log.csv";
  private static final double TTFT_ABOVE_MS = 3000;
  private static final double SPEEDUP_OF_TWO_BELOW = 1.5;

  private final SessionEvidence evidence;

  ChecklistOfTr116(SessionEvidence evidence) {
    this.evidence = evidence;
  }

  ChecklistAnswer everyRunHasAWholeRecord() {
    var missing = new ArrayList<>(evidence.unreadable());
    evidence.needed().stream()
        .filter(run -> !evidence.records().containsKey(run))
        .map(run -> run + " has none")
        .forEach(missing::add);
    return unless(
        missing,
        evidence.records().size() + " records of " + evidence.needed().size() + " runs",
        "measure them: resume the session with the same " + Property.SESSION.key());
  }

  ChecklistAnswer tableFollowsFromTheRecords() {
    var file = evidence.folder().resolve("analysis.csv");
    return Files.exists(file)
        ? AnalysisAgain.of(evidence, file)
        : fail("there is no analysis.csv; end the session properly");
  }

  ChecklistAnswer everySideBySideCellHasItsRuns() {
    return everyCellHasItsRuns(run -> run.cell().isSideBySide(), "no agents side by side");
  }

  ChecklistAnswer everySingleCellHasItsRuns() {
    return everyCellHasItsRuns(
        run -> run.cell().suite().equals(Suite.SINGLE.word()),
        "no suite " + Suite.SINGLE.word() + " in " + Property.SUITES.key());
  }

  private ChecklistAnswer everyCellHasItsRuns(Predicate<RunId> ofSuite, String absent) {
    var planned = evidence.needed().stream().filter(ofSuite).toList();
    if (planned.isEmpty()) {
      return notApplicable(absent);
    }
    var cells = planned.stream().map(RunId::cell).distinct().toList();
    var wrong = new ArrayList<String>();
    for (var cell : cells) {
      var asked = planned.stream().filter(run -> run.cell().equals(cell)).toList();
      var there = asked.stream().filter(evidence.records()::containsKey).count();
      if (there < asked.size()) {
        wrong.add(cell + " has " + there + " of " + asked.size() + " runs");
      }
    }
    return unless(
        wrong,
        cells.size() + " of " + cells.size() + " cells have their runs",
        "measure the missing ones");
  }

  ChecklistAnswer contentionFlagsAgreeWithTheirRules() {
    var wrong = new ArrayList<String>();
    var flagged = new ArrayList<String>();
    for (var run : evidence.records().values()) {
      var flag = run.record().object("summary").optionalFlag("resource_contention_detected");
      if (flag.isPresent() && flag.get() != isContended(run)) {
        wrong.add(run + " says " + flag.get());
      }
      if (flag.orElse(false)) {
        flagged.add(run.toString());
      }
    }
    return unless(
        wrong,
        flagged.isEmpty() ? "none flagged" : "flagged: " + String.join(", ", flagged),
        "its figures say otherwise: the record was changed");
  }

  /** Runs whose agents cannot contend have no flag. */
  private static boolean isContended(RunEvidence run) {
    var agents = run.agents();
    return agents.stream().anyMatch(agent -> agent.figure("ttft_ms").orElse(0) > TTFT_ABOVE_MS)
        || (agents.size() == 2
            && run.figure("concurrency_speedup").orElse(SPEEDUP_OF_TWO_BELOW)
                < SPEEDUP_OF_TWO_BELOW);
  }

  ChecklistAnswer everythingIsOfThisSession() throws IOException {
    var name = evidence.session().text("session");
    var parts =
        MergedNotes.named(evidence.folder(), "session.json").stream()
            .map(file -> KeptJson.read(file).text("session"))
            .toList();
    var wrong = new ArrayList<String>();
    for (var run : evidence.records().values()) {
      var told = run.record().text("session");
      if (!parts.contains(told)) {
        wrong.add(run + " is of session " + told);
      }
    }
    for (var file : RawFiles.in(evidence.folder()).entrySet()) {
      if (Files.isSymbolicLink(file.getValue())) {
        wrong.add(file.getKey() + " is a link");
      }
    }
    strangers().forEach(file -> wrong.add(file + " is of no planned run"));
    return unless(
        wrong,
        "every record is of session "
            + name
            + (parts.size() > 1 ? " or one that was joined to it" : "")
            + ", no file is a link",
        "take out what was not measured in this session");
  }

  private List<Path> strangers() throws IOException {
    var known =
        evidence.planned().stream()
            .map(run -> evidence.folder().resolve(run.directory()).getFileName().toString())
            .toList();
    var folders = evidence.planned().stream().map(run -> run.directory().getParent()).toList();
    return RawFiles.in(evidence.folder()).values().stream()
        .filter(file -> file.endsWith("metrics.json"))
        .filter(file -> !SetAside.holds(file))
        .map(evidence.folder()::relativize)
        .filter(
            file ->
                !folders.contains(file.getParent().getParent())
                    || !known.contains(
                        file.getParent().getFileName().toString().replace("_again", "")))
        .toList();
  }

  ChecklistAnswer machineFilesAreAscii() throws IOException {
    var wrong = new ArrayList<String>();
    var count = 0;
    try (var files = Files.walk(evidence.folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = evidence.folder().relativize(file).toString();
        if (name.endsWith(".json") || name.endsWith(".jsonl")) {
          count++;
          if (!isEncoded(file, true)) {
            wrong.add(name + " is not ASCII");
          }
        } else if (name.endsWith(".csv")) {
          count++;
          if (!isEncoded(file, false)) {
            wrong.add(name + " is not UTF-8, or lost characters");
          }
        }
      }
    }
    return unless(wrong, count + " files", "make the derived ones again from the records");
  }

  private static boolean isEncoded(Path file, boolean ascii) throws IOException {
    var bytes = Files.readAllBytes(file);
    var charset = ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    var text = new String(bytes, charset);
    return text.indexOf('\uFFFD') < 0;
  }

  /** While a session goes on, its power log does. */
  ChecklistAnswer manifestVerifies() throws IOException {
    var check = Manifest.verify(evidence.folder());
    var findings = new ArrayList<>(check.findings());
    var hasGrown = powerLogHasOnlyGrown() && findings.remove("changed: " + POWER_LOG);
    return unless(
        findings,
        check.files()
            + " raw files as the manifest lists them"
            + (hasGrown ? "; " + POWER_LOG + " has more samples since" : ""),
        "restore them, or measure the session again");
  }

  private boolean powerLogHasOnlyGrown() throws IOException {
    for (var listed : Manifest.read(evidence.folder()).files()) {
      var file = evidence.folder().resolve(listed.path());
      if (listed.path().equals(POWER_LOG) && Files.exists(file)) {
        return Files.size(file) > listed.bytes()
            && Checksum.of(file, listed.bytes()).sha256().equals(listed.sha256());
      }
    }
    return false;
  }

  ChecklistAnswer rerunIsComparedWithBefore() {
    if (evidence.property(Property.COMPARE).isEmpty()) {
      return notApplicable(
          "no earlier session was named; after a change, set " + Property.COMPARE.key());
    }
    return Files.exists(evidence.folder().resolve("comparison.json"))
        ? pass("compared with " + evidence.property(Property.COMPARE))
        : fail(
            "not compared with "
                + evidence.property(Property.COMPARE)
                + "; let the session end properly");
  }

  ChecklistAnswer powerWasSampled() throws IOException {
    if (evidence.property(Property.POWER).equals("off")) {
      return notApplicable(Property.POWER.key() + "=off");
    }
    var meter = evidence.session().object("environment").optionalField("power").orElse("");
    if (meter.isEmpty() || meter.startsWith("not measured")) {
      return notApplicable(meter.isEmpty() ? "the machine told of no meter" : meter);
    }
    var files = MergedNotes.named(evidence.folder(), POWER_LOG);
    if (files.isEmpty()) {
      return fail("there is no " + POWER_LOG + ", although the machine has meters: " + meter);
    }
    var samples = 0;
    for (var file : files) {
      samples += Files.readAllLines(file, StandardCharsets.UTF_8).size() - 1;
    }
    return samples > 0
        ? pass(samples + " samples")
        : fail(POWER_LOG + " has no sample; look into the console for what nvidia-smi said");
  }
}
