package dev.tr116.results.tr116;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Single-agent samples from tables: a row a run (Python), or a row a call (Rust). */
final class SingleTables {
  private SingleTables() {}

  private record Key(Harness harness, String model, int gpuLayers, int ctx) {
    static Key of(CsvTable.Row row) {
      return new Key(
          Harness.of(row.place(), row.text("runtime")),
          RunsTable.named(row, "model"),
          RunsTable.whole(row, "gpu_layers"),
          RunsTable.whole(row, "ctx"));
    }
  }

  private record Sides(List<SingleSample> baseline, List<SingleSample> chimera) {
    Sides() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  static List<ImportedSingle> runs(CsvTable table) {
    table.require(
        "runtime",
        "model",
        "gpu_layers",
        "ctx",
        "run",
        "baseline_throughput",
        "chimera_throughput",
        "baseline_ttft_ms",
        "chimera_ttft_ms");
    var found = new LinkedHashMap<Key, Sides>();
    for (var row : table.rows()) {
      var sides = found.computeIfAbsent(Key.of(row), key -> new Sides());
      sides.baseline().add(run(row, "baseline"));
      sides.chimera().add(run(row, "chimera"));
    }
    return singles(found);
  }

  static List<ImportedSingle> calls(CsvTable table) {
    table.require(
        "runtime",
        "model",
        "gpu_layers",
        "ctx",
        "role",
        "run",
        "throughput_tokens_per_sec",
        "ttft_ms",
        "tokens_generated",
        "eval_duration_ms");
    var found = new LinkedHashMap<Key, Sides>();
    for (var row : table.rows()) {
      var sides = found.computeIfAbsent(Key.of(row), key -> new Sides());
      switch (row.text("role")) {
        case "baseline" -> sides.baseline().add(call(row));
        case "chimera" -> sides.chimera().add(call(row));
        default ->
            throw new ImportException(
                row.place(), "role is '" + row.text("role") + "'; write baseline or chimera");
      }
    }
    return singles(found);
  }

  private static SingleSample run(CsvTable.Row row, String side) {
    return new SingleSample(
        RunsTable.whole(row, "run"),
        Plausible.rate(row.place(), side, row.number(side + "_throughput")),
        Plausible.duration(row.place(), side, row.number(side + "_ttft_ms")),
        Plausible.tokens(row.place(), side, row.number(side + "_total_tokens")),
        OptionalDouble.empty());
  }

  private static SingleSample call(CsvTable.Row row) {
    return RawSingle.sample(
        RunsTable.whole(row, "run"),
        new RustCall(
            Plausible.rate(row.place(), "throughput", row.number("throughput_tokens_per_sec")),
            Plausible.duration(row.place(), "ttft_ms", row.number("ttft_ms")),
            Plausible.tokens(row.place(), "tokens_generated", row.number("tokens_generated")),
            OptionalDouble.empty(),
            Plausible.duration(row.place(), "eval_duration_ms", row.number("eval_duration_ms")),
            OptionalDouble.empty()));
  }

  private static List<ImportedSingle> singles(Map<Key, Sides> found) {
    return found.entrySet().stream()
        .map(
            entry ->
                new ImportedSingle(
                    entry.getKey().harness(),
                    entry.getKey().model(),
                    entry.getKey().gpuLayers(),
                    entry.getKey().ctx(),
                    entry.getValue().baseline(),
                    entry.getValue().chimera()))
        .toList();
  }
}
