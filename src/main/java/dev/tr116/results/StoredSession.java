package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.slo.CellVerdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A session read back whole from its folder: what its reports are made of.
 *
 * @param session what was asked for, where and when
 * @param status {@code running}, {@code partial} or {@code complete}
 * @param cells every planned cell of which a run is recorded, in the order of the plan
 * @param missing the runs that were planned and needed, and are not recorded
 * @param unreadable the records that cannot be read, in words
 * @param failures every failed call and each decision about a cell
 * @param notes what was found before and around the measurement
 */
public record StoredSession(
    Session session,
    String status,
    List<StoredCell> cells,
    List<PlannedRun> missing,
    List<String> unreadable,
    List<KeptFailure> failures,
    SessionNotes notes) {
  public StoredSession {
    cells = List.copyOf(cells);
    missing = List.copyOf(missing);
    unreadable = List.copyOf(unreadable);
    failures = List.copyOf(failures);
  }

  /**
   * Reads a session's folder; its files stay as they are.
   *
   * @throws UnreadableRecordException when it holds no session, or one whose plan this version does
   *     not span; a record that is broken is told in {@link #unreadable}
   */
  public static StoredSession read(Path folder) {
    return read(folder, (done, of) -> {});
  }

  /**
   * Reads a session's folder and tells how far it is.
   *
   * @param progress told how many of how many runs are read, from any thread
   * @throws UnreadableRecordException as {@link #read(Path)}
   */
  public static StoredSession read(Path folder, Progress progress) {
    var directory = folder.toAbsolutePath().normalize();
    var begun = KeptSession.withoutRuns(directory);
    var json = KeptJson.read(directory.resolve("session.json"));
    var session = session(begun, json);
    var found = StoredRecords.read(session, progress);
    return new StoredSession(
        session,
        begun.status(),
        found.cells(),
        found.missing(),
        found.unreadable(),
        FailureLog.in(directory).read(),
        SessionNotes.read(json));
  }

  /** Told how far something is. */
  @FunctionalInterface
  public interface Progress {
    /** So many are done of so many. */
    void at(int done, int of);
  }

  /** The verdict of every cell, in the order of the plan. */
  public List<CellVerdict> verdicts() {
    return cells.stream().map(StoredCell::verdict).toList();
  }

  /** A cell of which a run is recorded. */
  public Optional<StoredCell> cell(CellId id) {
    return cells.stream().filter(cell -> cell.id().equals(id)).findFirst();
  }

  /** The table of its runs as {@code analysis.csv} has it, made anew from the records. */
  public String analysisCsv() {
    return AnalysisCsv.of(session, SessionExport.runs(this));
  }

  private static Session session(KeptSession begun, KeptJson json) {
    var file = begun.directory().resolve("session.json");
    try {
      var given = new HashMap<>(begun.properties());
      // The index variables of a cluster's job name a shard, too.
      WholePlan.read(json)
          .flatMap(WholePlan::shard)
          .ifPresent(shard -> given.put(Property.SHARD.key(), shard));
      var settings = Settings.of(given);
      var matrix = Matrix.of(settings);
      var planned = matrix.runs().stream().map(run -> run.id().key()).toList();
      if (!planned.equals(json.texts("order"))) {
        throw new UnreadableRecordException(
            file,
            "tells another plan than its settings span; use the version of tr116 that measured it");
      }
      return new Session(
          begun.name(),
          begun.directory(),
          settings,
          matrix,
          begun.startedAt(),
          begun.backend(),
          begun.environment());
    } catch (SettingsException unknown) {
      throw new UnreadableRecordException(
          file, "has settings that this version does not know: " + unknown.getMessage(), unknown);
    }
  }
}
