package dev.tr116.report.allure;

import dev.tr116.metrics.CallMetrics;
import dev.tr116.report.Outcome;
import dev.tr116.report.Phase;
import dev.tr116.trace.CallTrace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of the phases of a call: how long each took, and of how many tokens.
 *
 * @param call whose phases
 * @param metrics what the call means
 */
record PhaseFigures(CallTrace call, CallMetrics metrics) {
  static PhaseFigures of(CallTrace call) {
    return new PhaseFigures(call, CallMetrics.of(call));
  }

  /** Names and values in the order they are shown; absent what was not told. */
  Map<String, String> of(Phase phase) {
    var figures = new LinkedHashMap<String, String>();
    figures.put("duration", Outcome.duration(phase.nanos()));
    switch (phase.kind()) {
      case PREFILL -> {
        put(figures, "prompt tokens", metrics.promptEvalCount());
        put(figures, "of them from cache", call.server().promptEvalCachedCount());
        put(figures, "prefill_rate, tok/s", metrics.prefillRate());
      }
      case DECODE -> {
        put(figures, "tokens", metrics.evalCount());
        figures.put("chunks", String.valueOf(call.chunks().size()));
        put(figures, "decode_rate, tok/s", metrics.decodeRate());
        put(figures, "server_eval_rate, tok/s", metrics.serverEvalRate());
        metrics
            .itl()
            .ifPresent(
                gaps ->
                    figures.put(
                        "itl, ms",
                        String.format(
                            Locale.ROOT, "median %.2f, longest %.2f", gaps.p50(), gaps.max())));
      }
      case LOAD ->
          metrics.cold().filter(cold -> cold).ifPresent(cold -> figures.put("cold", "yes"));
      case CLIENT, QUEUE, TO_FIRST_TOKEN -> {}
    }
    return figures;
  }

  private static void put(Map<String, String> figures, String name, OptionalLong value) {
    value.ifPresent(count -> figures.put(name, String.valueOf(count)));
  }

  private static void put(Map<String, String> figures, String name, OptionalDouble value) {
    value.ifPresent(rate -> figures.put(name, String.format(Locale.ROOT, "%.2f", rate)));
  }
}
