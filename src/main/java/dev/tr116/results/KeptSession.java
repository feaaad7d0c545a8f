package dev.tr116.results;

import dev.tr116.plan.BackendDescription;
import dev.tr116.telemetry.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A session as its folder tells it.
 *
 * @param name the session's name
 * @param directory the folder
 * @param definitions the version of what its figures mean
 * @param startedAt when
 * @param status {@code running}, {@code partial} or {@code complete}
 * @param backend what answered
 * @param environment the machine
 * @param properties what was set, as it was written
 * @param transports what carried the calls, as {@link dev.tr116.plan.Settings#transports()} tells
 * @param runs every recorded run, in the order they were released
 */
public record KeptSession(
    String name,
    Path directory,
    String definitions,
    Instant startedAt,
    String status,
    BackendDescription backend,
    Environment environment,
    Map<String, String> properties,
    String transports,
    List<KeptRun> runs) {
  private static final String FILE = "session.json";

  /** Suite, runtime, model and scenario, then the run. */
  private static final int FOLDERS = 5;

  public KeptSession {
    properties = Map.copyOf(properties);
    runs = List.copyOf(runs);
  }

  /**
   * Reads a session's folder.
   *
   * @throws UnreadableRecordException naming the first file and field that cannot be used
   */
  public static KeptSession read(Path directory) {
    return read(directory, runs(directory));
  }

  /** The same without its runs, which need not be whole. */
  static KeptSession withoutRuns(Path directory) {
    return read(directory, List.of());
  }

  private static KeptSession read(Path directory, List<KeptRun> runs) {
    var json = KeptJson.read(directory.resolve(FILE));
    return new KeptSession(
        json.text("session"),
        directory,
        json.text("definitions"),
        json.instant("started_at"),
        json.text("status"),
        BackendJson.read(json.object("backend")),
        EnvironmentJson.readMachine(json.object("environment")),
        json.object("properties").textValues(),
        SessionNotes.transports(json),
        runs);
  }

  /** Whether a folder holds a session. */
  public static boolean isIn(Path directory) {
    return Files.isRegularFile(directory.resolve(FILE));
  }

  /** The names of the sessions in a folder, sorted; none where there is no such folder. */
  public static List<String> namesIn(Path results) {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (var folders = Files.list(results)) {
      return folders
          .filter(KeptSession::isIn)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UnreadableRecordException(results, "cannot be read: " + unreadable, unreadable);
    }
  }

  /** Whether runs are recorded in a folder, whatever else is there. */
  static boolean hasRuns(Path directory) {
    return Files.isDirectory(directory) && !records(directory).isEmpty();
  }

  private static List<Path> records(Path directory) {
    try (var files = Files.walk(directory, FOLDERS + 1)) {
      return files
          .filter(file -> file.endsWith("metrics.json"))
          .filter(file -> directory.relativize(file).getNameCount() == FOLDERS + 1)
          .filter(file -> file.getParent().getFileName().toString().matches("run_\\d+"))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UnreadableRecordException(directory, "cannot be read: " + unreadable, unreadable);
    }
  }

  private static List<KeptRun> runs(Path directory) {
    var runs = new ArrayList<KeptRun>();
    records(directory).forEach(file -> runs.add(KeptRunReader.read(directory, file)));
    runs.sort(Comparator.comparing(KeptRun::startedAt).thenComparing(run -> run.id().key()));
    return runs;
  }
}
