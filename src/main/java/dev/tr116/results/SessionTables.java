package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.trace.FallbackTaken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a stored session, made anew from its records. */
public final class SessionTables {
  private SessionTables() {}

  /**
   * Writes {@code analysis.csv}, {@code summary.json} and {@code summary.md}.
   *
   * @param folder where they go, e.g. the session's own
   * @return the files
   */
  public static List<Path> write(StoredSession stored, Path folder) {
    var session = stored.session();
    var verdicts = stored.verdicts();
    var fallbacks = fallbacks(stored);
    var table = folder.resolve("analysis.csv");
    AtomicFile.write(
        table,
        AnalysisCsv.of(session, SessionExport.runs(stored)).getBytes(StandardCharsets.UTF_8));
    var summary = SummaryJson.of(session, verdicts);
    summary.set("fallbacks", FallbackJson.of(fallbacks));
    var json = folder.resolve("summary.json");
    AtomicFile.write(json, Json.bytes(summary));
    var page = folder.resolve("summary.md");
    AtomicFile.write(
        page,
        (SummaryMarkdown.of(session, verdicts) + FallbackMarkdown.of(fallbacks))
            .getBytes(StandardCharsets.UTF_8));
    return List.of(table, json, page);
  }

  private static Map<CellId, FallbackTaken> fallbacks(StoredSession stored) {
    var fallbacks = new LinkedHashMap<CellId, FallbackTaken>();
    for (var cell : stored.cells()) {
      cell.runs()
          .forEach(
              run -> run.kept().fallback().ifPresent(taken -> fallbacks.put(cell.id(), taken)));
    }
    return fallbacks;
  }
}
