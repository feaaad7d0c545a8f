package dev.tr116.report.study;

import dev.tr116.plan.SoloPolicy;
import dev.tr116.results.StoredSession;
import java.util.ArrayList;
import java.util.List;

/** How a session was measured, as far as its settings and records tell. */
final class SessionMethod {
  private SessionMethod() {}

  static List<String> of(StoredSession stored) {
    var settings = stored.session().settings();
    var method = new ArrayList<String>();
    method.add(
        switch (settings.solo()) {
          case EVERY -> "Every block measures each agent alone first, then all side by side.";
          case ONCE -> "Each agent was measured alone once per configuration.";
          case OFF -> "No agent was measured alone.";
        });
    method.add(
        "Workload: "
            + settings.workload()
            + "; warm-up: "
            + settings.warmup()
            + " unmeasured block(s) per model and server; seed "
            + settings.seed()
            + ".");
    method.add(
        "Order: model by model; configurations that differ in their runtime alone take turns.");
    method.add(instrument(stored));
    if (settings.solo() != SoloPolicy.OFF) {
      method.add(
          "true_speedup is the sum of the agents' wall times alone over the wall time side by"
              + " side; levelled: with equal token counts.");
    }
    return method;
  }

  private static String instrument(StoredSession stored) {
    var own = stored.notes().ownTimeMedian();
    return "Instrument error: under calibration in each record, where it was measured."
        + (own.isPresent()
            ? " The program itself needed a median of "
                + Amount.of(own.getAsDouble(), 0)
                + " ms for a run, outside of what is measured."
            : "");
  }
}
