package dev.tr116.results.tr116;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The figures of TR116 as printed, rounded as they are there. Source: Technical Report 116,
 * "Cross-Model Concurrent Benchmarking", Chimeraforge LLM Performance Research, 2025-11-26,
 * appendices A, B, C and G.
 */
public final class Tr116Reference {
  private static final String FOLDER = "/dev/tr116/reference/tr116/";

  private Tr116Reference() {}

  /** The 60 dual runs, with the figures each harness computed. */
  public static List<ImportedRun> runs() {
    return Tr116Import.runs(runsTable());
  }

  /** The 12 single-agent configurations of Python, with their runs. */
  public static List<ImportedSingle> singleRuns() {
    return Tr116Import.singleRuns(singleRunsTable());
  }

  /** The table of the 60 dual runs. */
  public static CsvTable runsTable() {
    return table("runs.csv");
  }

  /** The table of the 24 single-agent configurations. */
  public static CsvTable singleConfigurationsTable() {
    return table("single-configurations.csv");
  }

  /** The table of the 56 single-agent runs of Python. */
  public static CsvTable singleRunsTable() {
    return table("single-runs.csv");
  }

  private static CsvTable table(String name) {
    try (var stream = Tr116Reference.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException(FOLDER + name + " is missing from the jar");
      }
      return CsvTable.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(FOLDER + name + " cannot be read", broken);
    }
  }
}
