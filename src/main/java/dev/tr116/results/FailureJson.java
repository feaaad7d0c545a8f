package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.results.FailureEntry.Loaded;
import dev.tr116.trace.AgentRun;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A line of the {@code failures.jsonl}. */
final class FailureJson {
  private FailureJson() {}

  static ObjectNode of(FailureEntry entry) {
    var json = Json.object();
    json.put("time", Instants.millis(entry.time()));
    json.put("cell", entry.cell().key());
    json.put("run", entry.run().isPresent() ? Integer.valueOf(entry.run().getAsInt()) : null);
    json.put("part", entry.part().word());
    json.set("failure", entry.agent().map(FailureJson::failure).orElse(null));
    Json.put(json, "vram_bytes", vram(entry.loaded()));
    json.set("loaded", entry.loaded().map(FailureJson::loaded).orElse(null));
    json.put("decision", entry.decision());
    return json;
  }

  private static ObjectNode failure(AgentRun agent) {
    var failure = agent.failure().orElseThrow();
    var json = Json.object();
    json.put("role", agent.role().name());
    json.put("endpoint", agent.endpoint().toString());
    json.put("model", agent.model().tag());
    var options = json.putObject("options");
    agent.options().values().forEach((name, value) -> options.set(name, Json.value(value)));
    json.setAll(MetricsJson.failure(failure));
    return json;
  }

  /** All of them together; unknown as soon as one is. */
  private static OptionalLong vram(Optional<List<Loaded>> loaded) {
    return loaded.isEmpty() || loaded.get().stream().anyMatch(each -> each.vramBytes().isEmpty())
        ? OptionalLong.empty()
        : OptionalLong.of(
            loaded.get().stream().mapToLong(each -> each.vramBytes().getAsLong()).sum());
  }

  private static com.fasterxml.jackson.databind.node.ArrayNode loaded(List<Loaded> models) {
    var json = Json.object().arrayNode();
    for (var each : models) {
      var model = json.addObject().put("model", each.model());
      Json.put(model, "size_bytes", each.bytes());
      Json.put(model, "size_vram_bytes", each.vramBytes());
    }
    return json;
  }
}
