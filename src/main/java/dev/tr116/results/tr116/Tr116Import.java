package dev.tr116.results.tr116;

import dev.tr116.plan.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what TR116's harnesses wrote, and tables of it. */
public final class Tr116Import {
  private static final List<Model> MODELS =
      List.of(Model.named("gemma3"), Model.named("qwen2.5"), Model.named("llama3.1"));

  private Tr116Import() {}

  /**
   * A dual run's {@code metrics.json} of either harness. Python's names no model, so one of its
   * folders must, e.g. {@code gemma3_latest}.
   *
   * @throws ImportException when the file is incomplete or holds an impossible figure
   */
  public static ImportedRun dual(Path metrics) {
    var file = RawFile.read(metrics);
    if (RustDual.fits(file)) {
      return Plausible.pair(metrics.toString(), RustDual.read(file));
    }
    if (PythonDual.fits(file)) {
      return Plausible.pair(metrics.toString(), PythonDual.read(file, modelOf(metrics)));
    }
    throw new ImportException(
        metrics.toString(),
        "is no dual run of TR116: it has neither summary (Rust) nor concurrent_wall_time_ms"
            + " (Python)");
  }

  /**
   * A single-agent {@code metrics.json} of either harness.
   *
   * @throws ImportException when the file is incomplete or holds an impossible figure
   */
  public static ImportedSingle single(Path metrics) {
    var file = RawFile.read(metrics);
    if (RawSingle.isRust(file)) {
      return RawSingle.rust(file);
    }
    if (RawSingle.isPython(file)) {
      return RawSingle.python(file);
    }
    throw new ImportException(
        metrics.toString(),
        "is no single-agent file of TR116: it has neither baseline.llm_calls (Rust) nor a list of"
            + " runs (Python)");
  }

  /** Whether a {@code metrics.json} holds a dual run rather than a single agent's runs. */
  public static boolean isDual(Path metrics) {
    var file = RawFile.read(metrics);
    return RustDual.fits(file) || PythonDual.fits(file);
  }

  /**
   * Dual runs from a table with the columns runtime, model, scenario, run, speedup and
   * efficiency_percent, and as many of TR116's other figures as there are.
   *
   * @throws ImportException when a column is missing or a field holds no plausible figure
   */
  public static List<ImportedRun> runs(CsvTable table) {
    return RunsTable.read(table);
  }

  /**
   * Single-agent configurations from a table with one row a run, as the Python harness keeps them.
   *
   * @throws ImportException when a column is missing or a field holds no plausible figure
   */
  public static List<ImportedSingle> singleRuns(CsvTable table) {
    return SingleTables.runs(table);
  }

  /**
   * Single-agent configurations from a table with one row a call, as the Rust harness keeps them.
   *
   * @throws ImportException when a column is missing or a field holds no plausible figure
   */
  public static List<ImportedSingle> singleCalls(CsvTable table) {
    return SingleTables.calls(table);
  }

  private static String modelOf(Path metrics) {
    return StreamSupport.stream(metrics.toAbsolutePath().spliterator(), false)
        .map(Path::toString)
        .flatMap(folder -> MODELS.stream().filter(model -> model.slug().equals(folder)))
        .findFirst()
        .map(Model::displayName)
        .orElseThrow(
            () ->
                new ImportException(
                    metrics.toString(),
                    "names no model, and none of its folders does; put it below one named "
                        + MODELS.stream().map(Model::slug).toList()));
  }
}
