package dev.tr116.report.study;

import dev.tr116.results.tr116.CsvTable;
import dev.tr116.results.tr116.Harness;
import dev.tr116.results.tr116.ImportedSingle;
import dev.tr116.results.tr116.SingleSample;
import dev.tr116.results.tr116.Tr116Reference;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** TR116's single-agent configurations, as it publishes them. */
final class ReferenceSingles {
  private static final double TEMPERATURE = 0.8;

  private ReferenceSingles() {}

  static List<StudySingle> printed() {
    var runs = Tr116Reference.singleRuns();
    return Tr116Reference.singleConfigurationsTable().rows().stream()
        .map(row -> printed(row, runs))
        .toList();
  }

  private static StudySingle printed(CsvTable.Row row, List<ImportedSingle> all) {
    var layers = (int) row.number("gpu_layers").orElseThrow();
    var context = (int) row.number("ctx").orElseThrow();
    var runtime = row.text("runtime");
    var model = row.text("model");
    return new StudySingle(
        runtime,
        model,
        options(layers, context),
        new StudySingle.Side(row.number("baseline_tp"), row.number("baseline_ttft_ms")),
        new StudySingle.Side(row.number("chimera_tp"), row.number("chimera_ttft_ms")),
        row.number("tp_improve_pct"),
        row.number("ttft_reduction_pct"),
        all.stream()
            .filter(single -> single.harness().runtime().equals(runtime))
            .filter(single -> single.model().equals(model))
            .filter(single -> single.gpuLayers() == layers && single.ctx() == context)
            .flatMap(single -> runs(single).stream())
            .toList(),
        ReferencePaths.of(runtime, model, layers, context));
  }

  /** Throughput as published: a call without final metrics counts as no tokens per second. */
  static StudySingle of(ImportedSingle single) {
    var longer = single.percentMore(ReferenceSingles::ttft, SingleSample::ttft);
    return new StudySingle(
        single.harness().runtime(),
        single.model(),
        options(single.gpuLayers(), single.ctx()),
        side(single.baseline()),
        side(single.chimera()),
        single.percentMore(ImportedSingle::throughputAsPublished, SingleSample::throughput),
        longer.isPresent() ? OptionalDouble.of(-longer.getAsDouble()) : longer,
        single.harness() == Harness.PYTHON ? runs(single) : List.of(),
        ReferencePaths.of(
            single.harness().runtime(), single.model(), single.gpuLayers(), single.ctx()));
  }

  private static StudySingle.Side side(List<SingleSample> samples) {
    return new StudySingle.Side(ImportedSingle.throughputAsPublished(samples), ttft(samples));
  }

  private static OptionalDouble ttft(List<SingleSample> samples) {
    return ImportedSingle.mean(samples, SingleSample::ttft);
  }

  private static StudySingle.Options options(int layers, int context) {
    return new StudySingle.Options(
        "gpu%d_ctx%d_temp08".formatted(layers, context),
        OptionalDouble.of(layers),
        OptionalDouble.of(context),
        OptionalDouble.of(TEMPERATURE));
  }

  private static List<StudySingle.Run> runs(ImportedSingle single) {
    return IntStream.range(0, Math.min(single.baseline().size(), single.chimera().size()))
        .mapToObj(
            i ->
                new StudySingle.Run(
                    single.baseline().get(i).run(),
                    side(single.baseline().get(i)),
                    side(single.chimera().get(i))))
        .toList();
  }

  private static StudySingle.Side side(SingleSample sample) {
    return new StudySingle.Side(sample.throughput(), sample.ttft());
  }
}
