package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.BaselineNotes;
import dev.tr116.metrics.CellLoss;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import java.util.Optional;

/** The loss of a run or a cell as JSON. */
final class LossJson {
  private LossJson() {}

  /** The parts, in the unit of the loss. */
  static ObjectNode parts(Optional<Loss> loss) {
    var json = Json.object();
    json.put("contention", loss.map(Loss::contention).orElse(null));
    json.put("imbalance", loss.map(Loss::imbalance).orElse(null));
    json.put("orchestration", loss.map(Loss::orchestration).orElse(null));
    var byPhase = json.putObject("contention_by_phase");
    var phases = loss.flatMap(Loss::byPhase);
    byPhase.put("load", phases.map(PhaseTimes::load).orElse(null));
    byPhase.put("queue", phases.map(PhaseTimes::queue).orElse(null));
    byPhase.put("prefill", phases.map(PhaseTimes::prefill).orElse(null));
    byPhase.put("decode", phases.map(PhaseTimes::decode).orElse(null));
    byPhase.put("client", phases.map(PhaseTimes::client).orElse(null));
    return json;
  }

  /** The means of a cell, with what is to be known about its baselines. */
  static ObjectNode means(CellMetrics cell) {
    var loss = CellLoss.of(cell);
    var json = Json.object();
    json.put("runs", loss.map(CellLoss::runs).orElse(0));
    json.put("wall_time_ms", loss.map(means -> means.millis().wall()).orElse(null));
    json.put("ideal_wall_time_ms", loss.map(means -> means.millis().ideal()).orElse(null));
    json.put("true_efficiency_percent", loss.map(means -> means.percent().ideal()).orElse(null));
    json.set("loss_ms", parts(loss.map(CellLoss::millis)));
    json.set("loss_percent", parts(loss.map(CellLoss::percent)));
    var notes = json.putArray("notes");
    BaselineNotes.of(cell.runs()).forEach(notes::add);
    return json;
  }
}
