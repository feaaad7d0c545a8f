package dev.tr116.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.metrics.DualRunMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One dual run of Technical Report 116, as its raw data hold it.
 *
 * @param name of the row
 * @param python which of the two harnesses measured it; they do not mean the same by efficiency
 * @param run from 1; the first of a configuration loads the models
 * @param efficiencyPercent as published
 * @param agents collector and insight
 */
record ReferenceRun(
    String name, boolean python, int run, double efficiencyPercent, List<Part> agents) {
  private static final String FOLDER = "tr116reference";

  /**
   * One agent's part, all its calls together.
   *
   * @param wall of the agent
   * @param load as the server reported it
   * @param prefill as the server reported it
   * @param decode as the server reported it
   * @param tokens generated
   */
  record Part(Duration wall, Duration load, Duration prefill, Duration decode, int tokens) {}

  /** Where the raw data are: beside the project, or in the folder of the system property. */
  static Path file() {
    return Path.of(System.getProperty(FOLDER, "../shared/data/tr116"), "runs.csv");
  }

  /** Every run that pays for no loading of models. */
  static List<ReferenceRun> warm() {
    try (Stream<String> lines = Files.lines(file(), UTF_8)) {
      var rows = lines.map(line -> line.split(",", -1)).toList();
      var head = rows.getFirst();
      return rows.stream()
          .skip(1)
          .map(row -> read(head, row))
          .filter(reference -> reference.run() > 1)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Efficiency by the definition of the harness that published it, in per cent. */
  double efficiency(DualRunMetrics metrics) {
    return python
        ? 100 * metrics.serverTimeSpeedup().orElseThrow() / agents.size()
        : metrics.efficiencyPercent().orElseThrow();
  }

  private static ReferenceRun read(String[] head, String[] row) {
    var fields = new HashMap<String, String>();
    for (var i = 0; i < head.length; i++) {
      fields.put(head[i], row[i]);
    }
    return new ReferenceRun(
        String.join(" ", row[0], row[1], row[2], row[3]),
        fields.get("runtime").equals("python"),
        Integer.parseInt(fields.get("run")),
        Double.parseDouble(fields.get("efficiency_percent")),
        List.of(part("collector", fields), part("insight", fields)));
  }

  private static Part part(String role, Map<String, String> fields) {
    return new Part(
        duration(1e9, fields.get(role + "_wall_s")),
        duration(1e6, fields.get(role + "_load_ms")),
        duration(1e6, fields.get(role + "_prompt_eval_ms")),
        duration(1e6, fields.get(role + "_eval_ms")),
        Integer.parseInt(fields.get(role + "_tokens")));
  }

  /** A harness that recorded no load saw none of it outside the wall time. */
  private static Duration duration(double nanosPerUnit, String text) {
    return Duration.ofNanos(
        text.isEmpty() ? 0 : Math.round(nanosPerUnit * Double.parseDouble(text)));
  }

  @Override
  public String toString() {
    return name;
  }
}
