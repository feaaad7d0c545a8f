package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Rerun;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Property;
import dev.tr116.plan.RunId;
import dev.tr116.plan.SettingsException;
import dev.tr116.preflight.Finding;
import dev.tr116.slo.CellVerdict;
import dev.tr116.statistics.Distribution;
import dev.tr116.trace.FallbackTaken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The folder of one session; every run is on disk before anything is asserted about it. */
public final class ResultStore {
  private final Session session;
  private final List<StoredRun> runs = new ArrayList<>();
  private final List<Rerun> reruns = new ArrayList<>();
  private final Map<CellId, CellVerdict> verdicts = new LinkedHashMap<>();
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Map<CellId, FallbackTaken> fallbacks = new LinkedHashMap<>();
  private final Map<RunId, KeptBlock> kept;
  private final List<SessionHistory.MeasuredAgain> lost;
  private final SessionHistory history;
  private final Map<RunId, Integer> places = new HashMap<>();
  private final Set<RunId> recordedNow = new HashSet<>();
  private Optional<RunRecord> unwritten = Optional.empty();
  private boolean interrupted;

  private ResultStore(Session session, Resumption.Kept kept) {
    this.session = session;
    this.kept = kept.runs();
    this.lost = kept.lost();
    this.history = kept.history();
    session.matrix().runs().forEach(run -> places.put(run.id(), places.size()));
    kept.runs().values().forEach(block -> runs.add(block.stored()));
    kept.again().forEach(block -> reruns.add(block.asRerun()));
    kept.runs()
        .forEach(
            (run, block) ->
                block.kept().fallback().ifPresent(taken -> fallbacks.put(run.cell(), taken)));
  }

  /**
   * Opens a new session's folder.
   *
   * @throws SettingsException when the folder already holds a session
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public static ResultStore create(Session session) {
    requireUnused(session.directory());
    return resume(session, Resumption.Kept.NOTHING);
  }

  /** Opens a session's folder with what is kept of it. */
  static ResultStore resume(Session session, Resumption.Kept kept) {
    var store = new ResultStore(session, kept);
    store.writeSession("running", Optional.empty());
    return store;
  }

  /** A run that an earlier process measured; it is recorded already. */
  public Optional<KeptBlock> kept(RunId run) {
    return Optional.ofNullable(kept.get(run));
  }

  /**
   * A run that is recorded already, by an earlier process or by this one.
   *
   * @throws UnreadableRecordException when what this one recorded is not there any more
   */
  public synchronized Optional<KeptBlock> recorded(RunId run) {
    return recordedNow.contains(run)
        ? Optional.of(KeptBlock.read(session.directory(), run))
        : kept(run);
  }

  /** Whether a run is recorded already, by an earlier process or by this one. */
  public synchronized boolean isRecorded(RunId run) {
    return recordedNow.contains(run) || kept.containsKey(run);
  }

  /** Every run that an earlier process measured, in the order of the plan. */
  public List<KeptBlock> kept() {
    return List.copyOf(kept.values());
  }

  /** What was measured again now because its first record could not be kept, with the reasons. */
  public List<String> measuredAgain() {
    return lost.stream().map(SessionHistory.MeasuredAgain::words).toList();
  }

  private static void requireUnused(Path directory) {
    if (Files.exists(directory.resolve("session.json"))) {
      throw new SettingsException(
          List.of(
              Property.SESSION.key()
                  + "="
                  + directory.getFileName()
                  + ": "
                  + directory
                  + " already holds that session; choose another name, or leave it out for one with the time"));
    }
  }

  /**
   * Keeps a run and the agents' answers; the second time of a run beside the first.
   *
   * @throws java.io.UncheckedIOException when it cannot be written; {@link #keepUnwritten} tries
   *     again
   */
  public synchronized StoredRun keep(RunRecord record) {
    var folder = folder(record);
    if (KeptBlock.isIn(folder)) {
      throw new IllegalStateException(folder + " holds another record, which stays as it is");
    }
    unwritten = Optional.of(record);
    return keep(record, folder);
  }

  /**
   * Keeps the run that was measured last, if it could not be written then.
   *
   * @return it; empty where nothing was left to write
   * @throws java.io.UncheckedIOException when it still cannot be written
   */
  public synchronized Optional<RunRecord> keepUnwritten() {
    var late = unwritten;
    late.ifPresent(record -> keep(record, folder(record)));
    return late;
  }

  /** The run that {@link #keepUnwritten} has to write. */
  public synchronized Optional<RunId> unwritten() {
    return unwritten.map(record -> record.run().id());
  }

  private StoredRun keep(RunRecord record, Path folder) {
    var stored = write(record, folder);
    unwritten = Optional.empty();
    if (!record.rerunBecause().isEmpty()) {
      reruns.add(new Rerun(record.rerunBecause(), record.metrics()));
      return stored;
    }
    var id = record.run().id();
    runs.add(stored);
    recordedNow.add(id);
    record.fallback().ifPresent(taken -> fallbacks.put(id.cell(), taken));
    runs.sort(Comparator.comparing(run -> places.getOrDefault(run.metrics().id(), 0)));
    return stored;
  }

  private Path folder(RunRecord record) {
    var folder = session.directory().resolve(record.run().id().directory());
    return record.rerunBecause().isEmpty() ? folder : KeptBlock.again(folder);
  }

  private static StoredRun write(RunRecord record, Path folder) {
    for (var agent : record.run().agents()) {
      AtomicFile.write(
          folder.resolve(agent.role().name() + ".md"),
          agent.answer().getBytes(StandardCharsets.UTF_8));
    }
    AtomicFile.write(folder.resolve("trace.jsonl.gz"), TraceLines.compressed(record.run()));
    AtomicFile.write(
        folder.resolve(BlockFile.NAME), new BlockFile(record.run(), record.metrics()).compressed());
    var file = folder.resolve("metrics.json");
    AtomicFile.write(file, MetricsJson.bytes(record));
    AtomicFile.forceNames(folder);
    return new StoredRun(record.metrics(), record.status(), record.run().startedAt(), file);
  }

  /** Keeps a cell's verdict and writes its summaries. */
  public synchronized void keep(CellVerdict verdict) {
    verdicts.put(verdict.cell().id(), verdict);
    var folder = session.directory().resolve(verdict.cell().id().directory());
    AtomicFile.write(folder.resolve("summary.json"), Json.bytes(SummaryJson.of(verdict)));
    AtomicFile.write(
        summaryOf(verdict.cell().id()),
        SummaryMarkdown.of(session, List.of(verdict)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Keeps what the program itself needed for a run.
   *
   * @param ms all of the run's time but that in which agents work
   */
  public synchronized void keepOwnTime(RunId run, double ms) {
    OwnTimes.add(session.directory(), run, ms);
  }

  /** Keeps what was found before a measurement or around it; the same finding once. */
  public synchronized void keep(Finding finding) {
    findings.add(finding);
  }

  /** The recorded runs of a cell, in the order of the plan. */
  public synchronized List<StoredRun> runsOf(CellId cell) {
    return runs.stream().filter(run -> run.metrics().id().cell().equals(cell)).toList();
  }

  /** What the recorded runs of a cell mean together. */
  public CellMetrics metricsOf(CellId cell) {
    return new CellMetrics(
        cell, runsOf(cell).stream().map(StoredRun::metrics).toList(), rerunsOf(cell));
  }

  private synchronized List<Rerun> rerunsOf(CellId cell) {
    return reruns.stream().filter(rerun -> rerun.again().id().cell().equals(cell)).toList();
  }

  /** The summary of a cell whose verdict was kept, as Markdown. */
  public Path summaryOf(CellId cell) {
    return session.directory().resolve(cell.directory()).resolve("summary.md");
  }

  /** The verdicts kept so far, in order. */
  public synchronized List<CellVerdict> verdicts() {
    return List.copyOf(verdicts.values());
  }

  /** Every recorded run. */
  public synchronized List<StoredRun> runs() {
    return List.copyOf(runs);
  }

  /** The session this store keeps. */
  public Session session() {
    return session;
  }

  /** The session was told to end; its file says so from its end on. */
  public synchronized void interrupted() {
    interrupted = true;
  }

  /**
   * Writes what is derived from all runs: the table, the summaries, the session's end and, last,
   * the manifest of every raw file.
   *
   * @param complete whether every run was measured that was needed
   */
  public synchronized void finish(boolean complete) {
    var directory = session.directory();
    AtomicFile.write(
        directory.resolve("analysis.csv"),
        AnalysisCsv.of(session, runs).getBytes(StandardCharsets.UTF_8));
    var all = verdicts();
    var summary = SummaryJson.of(session, all);
    summary.set("fallbacks", FallbackJson.of(fallbacks));
    AtomicFile.write(directory.resolve("summary.json"), Json.bytes(summary));
    AtomicFile.write(
        directory.resolve("summary.md"),
        (SummaryMarkdown.of(session, all) + FallbackMarkdown.of(fallbacks))
            .getBytes(StandardCharsets.UTF_8));
    writeSession(complete ? "complete" : "partial", OwnTimes.of(directory));
    Manifest.of(session.name(), directory).write(directory);
  }

  private void writeSession(String status, Optional<Distribution> ownTime) {
    var json = SessionJson.of(session, status, runs, ownTime);
    json.set("preflight", PreflightJson.of(findings));
    json.put("interrupted", interrupted);
    history.write(json);
    AtomicFile.write(session.directory().resolve("session.json"), Json.bytes(json));
  }
}
