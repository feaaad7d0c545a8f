package dev.tr116.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The chimera options that the suite {@code single} tries, each against the baseline.
 *
 * @param gpuLayers values of {@code num_gpu}
 * @param contexts values of {@code num_ctx}, tokens
 * @param temperature of all of them
 */
public record SingleGrid(List<Integer> gpuLayers, List<Integer> contexts, double temperature) {
  public SingleGrid {
    gpuLayers = List.copyOf(gpuLayers);
    contexts = List.copyOf(contexts);
  }

  /** Every combination, layers by layers. */
  public List<GenerationOptions> options() {
    var all = new ArrayList<GenerationOptions>();
    for (var layers : gpuLayers) {
      for (var context : contexts) {
        all.add(
            GenerationOptions.SERVER_DEFAULTS
                .with("num_gpu", Long.valueOf(layers))
                .with("num_ctx", Long.valueOf(context))
                .with("temperature", temperature));
      }
    }
    return all;
  }
}
