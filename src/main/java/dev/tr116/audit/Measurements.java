package dev.tr116.audit;

import dev.tr116.results.tr116.Harness;
import dev.tr116.results.tr116.ImportedRun;
import dev.tr116.results.tr116.ImportedSingle;
import dev.tr116.results.tr116.SingleSample;
import dev.tr116.results.tr116.SoloRates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Imported measurements of full precision as a data set. */
public final class Measurements {
  private Measurements() {}

  /**
   * The data set of some measurements.
   *
   * @param description what they are, for people
   * @param runs dual runs
   * @param singles single-agent configurations
   */
  public static DataSet of(
      String description, List<ImportedRun> runs, List<ImportedSingle> singles) {
    var rates = new SoloRates(singles);
    return new DataSet(
        description,
        Map.of(
            DataSet.RUNS, runs.stream().map(run -> RunFigures.of(run, rates)).toList(),
            DataSet.SINGLE, singles.stream().map(Measurements::single).toList(),
            DataSet.SINGLE_RUNS,
                singles.stream().flatMap(single -> singleRuns(single).stream()).toList()));
  }

  private static DataRow single(ImportedSingle single) {
    var figures = new LinkedHashMap<String, Figure>();
    BiConsumer<String, OptionalDouble> put = (name, value) -> put(figures, name, value);
    put.accept("baseline_tp", ImportedSingle.throughputAsPublished(single.baseline()));
    put.accept("chimera_tp", ImportedSingle.throughputAsPublished(single.chimera()));
    put.accept(
        "tp_improve_pct",
        single.percentMore(ImportedSingle::throughputAsPublished, SingleSample::throughput));
    if (single.callsWithoutFinalMetrics() > 0) {
      put.accept("baseline_tp" + DataSet.WHOLE_ONLY, throughput(single.baseline()));
      put.accept("chimera_tp" + DataSet.WHOLE_ONLY, throughput(single.chimera()));
      put.accept(
          "tp_improve_pct" + DataSet.WHOLE_ONLY,
          single.percentMore(Measurements::throughput, SingleSample::throughput));
    } else {
      for (var name : List.of("baseline_tp", "chimera_tp", "tp_improve_pct")) {
        if (figures.containsKey(name)) {
          figures.put(name + DataSet.WHOLE_ONLY, figures.get(name));
        }
      }
    }
    put.accept("baseline_ttft_ms", ttft(single.baseline()));
    put.accept("chimera_ttft_ms", ttft(single.chimera()));
    var more = single.percentMore(Measurements::ttft, SingleSample::ttft);
    put.accept(
        "ttft_reduction_pct",
        more.isPresent() ? OptionalDouble.of(-more.getAsDouble()) : OptionalDouble.empty());
    return new DataRow(keys(single), figures);
  }

  /** One row a run, where a sample is a whole run. */
  private static List<DataRow> singleRuns(ImportedSingle single) {
    if (single.harness() != Harness.PYTHON) {
      return List.of();
    }
    return IntStream.range(0, Math.min(single.baseline().size(), single.chimera().size()))
        .mapToObj(
            i -> {
              var baseline = single.baseline().get(i);
              var chimera = single.chimera().get(i);
              var figures = new LinkedHashMap<String, Figure>();
              put(figures, "baseline_throughput", baseline.throughput());
              put(figures, "chimera_throughput", chimera.throughput());
              put(figures, "baseline_ttft_ms", baseline.ttft());
              put(figures, "chimera_ttft_ms", chimera.ttft());
              ratio(figures, "baseline_throughput", "chimera_throughput")
                  .ifPresent(
                      ratio ->
                          figures.put(
                              "throughput_improvement_percent", Figure.exact(100 * (ratio - 1))));
              ratio(figures, "baseline_ttft_ms", "chimera_ttft_ms")
                  .ifPresent(
                      ratio ->
                          figures.put("ttft_reduction_percent", Figure.exact(100 * (1 - ratio))));
              var keys = new LinkedHashMap<>(keys(single));
              keys.put("run", Integer.toString(baseline.run()));
              return new DataRow(keys, figures);
            })
        .toList();
  }

  private static OptionalDouble ratio(Map<String, Figure> figures, String below, String above) {
    var a = figures.get(above);
    var b = figures.get(below);
    return a != null && b != null && b.value() > 0
        ? OptionalDouble.of(a.value() / b.value())
        : OptionalDouble.empty();
  }

  private static Map<String, String> keys(ImportedSingle single) {
    var keys = new LinkedHashMap<String, String>();
    keys.put("runtime", single.harness().runtime());
    keys.put("model", single.model());
    keys.put("gpu_layers", Integer.toString(single.gpuLayers()));
    keys.put("ctx", Integer.toString(single.ctx()));
    return keys;
  }

  private static OptionalDouble throughput(List<SingleSample> samples) {
    return ImportedSingle.mean(samples, SingleSample::throughput);
  }

  private static OptionalDouble ttft(List<SingleSample> samples) {
    return ImportedSingle.mean(samples, SingleSample::ttft);
  }

  static void put(Map<String, Figure> figures, String name, OptionalDouble value) {
    value.ifPresent(number -> figures.put(name, Figure.exact(number)));
  }
}
