package dev.tr116.report.study;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.SoloPolicy;
import dev.tr116.plan.Suite;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.KeptFailure;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stored session tells beside its figures. */
final class SessionFacts {
  private static final int MOST = 100;

  private final StoredSession stored;

  private SessionFacts(StoredSession stored) {
    this.stored = stored;
  }

  static Facts of(StoredSession stored) {
    return new SessionFacts(stored).all();
  }

  private Facts all() {
    var session = stored.session();
    var solo = session.settings().solo();
    return new Facts(
        head(),
        warning(session.backend()),
        scope(),
        SessionMethod.of(stored),
        "Deltas are collector minus insight.",
        Optional.empty(),
        solo == SoloPolicy.OFF
            ? Optional.of("no agent was measured alone (tr116.solo=off)")
            : Optional.of("no run has a baseline of every agent alone"),
        true,
        models(),
        downgrades(),
        memory(),
        limited(stored.failures().stream().map(SessionFacts::failure).toList(), "failures.jsonl"),
        notes(),
        SessionRunbook.facts(stored),
        SessionRunbook.commands(session.settings()),
        SessionFiles.manifest(session.directory()),
        SessionFiles.checklist(session.directory()),
        Optional.of("analysis.csv"));
  }

  private Map<String, String> head() {
    var session = stored.session();
    var head = new LinkedHashMap<String, String>();
    head.put("Session", session.name());
    head.put("Date", session.startedAt().toString());
    head.put("Measured on", session.backend().phrase());
    head.put("Report Type", "Cross-model and cross-runtime analysis");
    head.put("Data Sources", "the metrics.json of each run of the session; analysis.csv");
    head.put("Session Status", stored.notes().ended(stored.status()));
    return head;
  }

  private static Optional<String> warning(BackendDescription backend) {
    return backend.isReal()
        ? Optional.empty()
        : Optional.of(
            "Measured on "
                + backend.phrase()
                + ": every figure in this report is of the instrument and this machine, and says"
                + " nothing of the models that are named.");
  }

  private List<String> scope() {
    var session = stored.session();
    var settings = session.settings();
    var machine = session.environment();
    var scope = new ArrayList<String>();
    scope.add(
        "Suites: "
            + settings.suites().stream().map(Suite::word).collect(Collectors.joining(", "))
            + "; planned "
            + session.matrix().runs().size()
            + " runs of "
            + session.matrix().cells().size()
            + " configurations, "
            + settings.runs()
            + " runs each; "
            + stored.missing().size()
            + " not recorded.");
    scope.add("Hardware: " + machine.cpu() + ", " + machine.cores() + " cores; " + gpu() + ".");
    scope.add("System: " + machine.os() + "; JDK " + machine.jdk() + ".");
    if (settings.suites().contains(Suite.SCALING)) {
      scope.add("The suite scaling is not part of this report; its fit is in summary.md.");
    }
    return scope;
  }

  private String gpu() {
    var gpu = stored.session().environment().gpu();
    return gpu.isEmpty() ? "no NVIDIA GPU was found" : "GPU " + String.join("; ", gpu);
  }

  private Map<String, List<String>> models() {
    var models = new TreeMap<String, TreeSet<String>>();
    for (var cell : stored.cells()) {
      var known = models.computeIfAbsent(cell.id().model().displayName(), any -> new TreeSet<>());
      known.add("tag " + cell.id().model().tag());
      for (var block : cell.runs()) {
        var served = block.kept().served();
        known.add("digest " + served.digest().orElse("not told"));
        known.add("quantization " + served.quantization().orElse("not told"));
      }
    }
    var lists = new LinkedHashMap<String, List<String>>();
    models.forEach((model, known) -> lists.put(model, List.copyOf(known)));
    return lists;
  }

  private List<String> downgrades() {
    return stored.cells().stream()
        .flatMap(
            cell ->
                cell.runs().stream()
                    .flatMap(block -> block.kept().fallback().stream())
                    .map(
                        taken ->
                            cell.id().displayName()
                                + " was measured with "
                                + taken.used()
                                + " instead of "
                                + taken.attempted()
                                + " ("
                                + String.join("; ", taken.steps())
                                + "), because the server said: "
                                + String.join("; ", taken.because())
                                + ".")
                    .distinct())
        .toList();
  }

  private String memory() {
    return stored.failures().stream().anyMatch(failure -> failure.vramBytes().isPresent())
        ? "GPU memory at each failure stands under Failures; that of every run in its metrics.json."
        : "GPU memory of every run, where its server tells it, stands in its metrics.json.";
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    var told = stored.notes();
    notes.addAll(told.warnings());
    told.measuredAgain().forEach(run -> notes.add("Measured again: " + run));
    if (!told.mergedFrom().isEmpty()) {
      notes.add("Joined from the sessions " + String.join(", ", told.mergedFrom()) + ".");
    }
    if (told.resumed() > 0) {
      notes.add("The session was gone on with " + told.resumed() + " time(s).");
    }
    if (!told.optionsNotSent().isEmpty()) {
      notes.add(
          "The server has no word for these options, so they were not sent: "
              + String.join(", ", told.optionsNotSent())
              + ".");
    }
    stored.unreadable().forEach(record -> notes.add("Unreadable: " + record));
    notes.addAll(
        limited(
            stored.missing().stream()
                .map(PlannedRun::id)
                .map(id -> "Not recorded: " + id.key())
                .toList(),
            "session.json"));
    notes.addAll(limited(leftOut().toList(), "summary.md"));
    return notes;
  }

  private Stream<String> leftOut() {
    return stored.cells().stream()
        .map(StoredCell::metrics)
        .flatMap(cell -> cell.leftOut().entrySet().stream())
        .map(run -> "In no figure: " + run.getKey().key() + ", because " + run.getValue() + ".");
  }

  private static String failure(KeptFailure failure) {
    return failure.cell()
        + failure.run().map(run -> " run " + run).orElse("")
        + ", "
        + failure.part()
        + failure.role().map(role -> ", " + role).orElse("")
        + failure.kind().map(kind -> ": " + kind).orElse("")
        + failure.message().map(message -> " (" + message + ")").orElse("")
        + failure.vramBytes().map(bytes -> "; " + bytes + " bytes of GPU memory in use").orElse("")
        + "; "
        + failure.decision();
  }

  static List<String> limited(List<String> lines, String where) {
    return lines.size() <= MOST
        ? lines
        : Stream.concat(
                lines.stream().limit(MOST),
                Stream.of("... and " + (lines.size() - MOST) + " more; see " + where))
            .toList();
  }

  /** The servers the agents of the session asked. */
  static List<String> endpoints(StoredSession stored) {
    return stored.cells().stream()
        .flatMap(cell -> cell.runs().stream().limit(1))
        .map(KeptBlock::kept)
        .flatMap(run -> run.agents().stream())
        .map(agent -> agent.role() + " asks " + agent.endpoint())
        .distinct()
        .toList();
  }
}
