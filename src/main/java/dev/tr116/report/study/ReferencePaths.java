package dev.tr116.report.study;

import dev.tr116.plan.Model;
import dev.tr116.results.tr116.Harness;
import dev.tr116.results.tr116.ImportedRun;

/** Where TR116 says its result files are, with {@code /} between names. */
final class ReferencePaths {
  private static final String RESULTS = "experiments/TR116/results/";

  private ReferencePaths() {}

  /** Of a dual run; the Python harness names the model twice. */
  static String of(ImportedRun run) {
    var model = Model.named(run.model());
    var folder =
        run.harness() == Harness.PYTHON
            ? model.slug() + "/" + model.tag().replace(':', '_')
            : model.slug();
    return "%smulti/%s/%s/%s_gpu80_ctx512_temp10/run_%d/metrics.json"
        .formatted(RESULTS, run.harness().runtime(), folder, run.scenario(), run.run());
  }

  /** Of a single-agent configuration. */
  static String of(String runtime, String model, int gpuLayers, int context) {
    return "%ssingle/%s/%s/gpu%d_ctx%d_temp08/data/metrics.json"
        .formatted(RESULTS, runtime, Model.named(model).slug(), gpuLayers, context);
  }
}
