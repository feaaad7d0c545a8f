package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tr116.metrics.StageMetrics;
import java.util.List;

/** The stages of an agent's work in its record; a call's other figures stand with the call. */
final class StageJson {
  private StageJson() {}

  static ArrayNode of(List<StageMetrics> stages) {
    var list = Json.object().arrayNode();
    for (var stage : stages) {
      var json = list.addObject();
      json.put("stage", stage.name());
      json.put("kind", stage.call().isPresent() ? "call" : "own");
      json.put("start_ms", stage.start());
      json.put("wall_ms", stage.wall());
      Json.put(json, "ttft_ms", stage.ttft());
      Json.put(json, "decode_rate_tok_s", stage.decodeRate());
    }
    return list;
  }
}
