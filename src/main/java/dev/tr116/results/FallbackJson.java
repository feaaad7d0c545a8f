package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.trace.FallbackTaken;
import java.util.Map;

/** What was measured instead of what was asked for, in records and summaries. */
final class FallbackJson {
  private FallbackJson() {}

  static ObjectNode of(FallbackTaken taken) {
    var json = Json.object();
    json.set("attempted", configuration(taken.attempted()));
    json.set("used", configuration(taken.used()));
    var steps = json.putArray("steps");
    taken.steps().forEach(steps::add);
    var because = json.putArray("because");
    taken.because().forEach(because::add);
    return json;
  }

  /** One object for each cell that fell back. */
  static ArrayNode of(Map<CellId, FallbackTaken> fallbacks) {
    var json = Json.object().arrayNode();
    fallbacks.forEach(
        (cell, taken) -> {
          var each = json.addObject().put("cell", cell.key());
          each.setAll(of(taken));
        });
    return json;
  }

  static FallbackTaken read(KeptJson json) {
    return new FallbackTaken(
        readConfiguration(json.object("attempted")),
        readConfiguration(json.object("used")),
        json.texts("steps"),
        json.texts("because"));
  }

  private static ObjectNode configuration(CellConfiguration configuration) {
    var json = Json.object();
    json.put("model", configuration.model().tag());
    var agents = json.putArray("agents");
    for (var agent : configuration.agents()) {
      var each = agents.addObject().put("role", agent.role().name());
      var options = each.putObject("options");
      agent.options().values().forEach((name, value) -> options.set(name, Json.value(value)));
    }
    return json;
  }

  private static CellConfiguration readConfiguration(KeptJson json) {
    return new CellConfiguration(
        json.parsed("model", Model::new),
        json.objects("agents").stream()
            .map(
                agent ->
                    new AgentPlan(
                        agent.parsed("role", AgentRole::new),
                        new GenerationOptions(agent.object("options").values())))
            .toList());
  }
}
