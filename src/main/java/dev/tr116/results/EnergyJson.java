package dev.tr116.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.Energy;
import dev.tr116.metrics.SourceEnergy;
import dev.tr116.telemetry.ServerMemory;
import dev.tr116.telemetry.ServerMemoryAround;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The energy of a run and the memory of its servers, as records write them. */
final class EnergyJson {
  private EnergyJson() {}

  /** The figures of one source, and each source's own energy; {@code null} where none tells. */
  static JsonNode of(Energy energy) {
    return energy
        .main()
        .<JsonNode>map(source -> figures(energy, source))
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  private static ObjectNode figures(Energy energy, SourceEnergy source) {
    var json = Json.object();
    Json.put(json, "source", energy.source());
    var together = source.concurrent();
    Json.put(json, "mean_watts_concurrent", together.meanWatts());
    Json.put(json, "joules_concurrent", together.joules().value());
    json.put("seconds_concurrent", together.seconds());
    Json.put(json, "tokens_concurrent", together.tokens());
    Json.put(json, "joules_per_token_concurrent", together.joulesPerToken());
    Json.put(json, "tokens_per_joule", source.tokensPerJoule());
    Json.put(json, "joules_alone", source.joulesAlone());
    Json.put(json, "tokens_alone", source.tokensAlone());
    Json.put(json, "joules_per_token_alone", source.joulesPerTokenAlone());
    Json.put(json, "energy_ratio", source.ratio());
    var alone = json.putArray("alone");
    for (var agent : source.alone()) {
      var part = alone.addObject();
      part.put("role", agent.role().name());
      Json.put(part, "mean_watts_alone", agent.part().meanWatts());
      Json.put(part, "joules", agent.part().joules().value());
      part.put("seconds", agent.part().seconds());
      Json.put(part, "tokens", agent.part().tokens());
    }
    json.set("gpu", device(energy.gpu(), energy.gpuMissing()));
    json.set("cpu", device(energy.cpu(), energy.cpuMissing()));
    json.set("total", device(energy.total(), energy.gpuMissing().or(energy::cpuMissing)));
    return json;
  }

  private static ObjectNode device(Optional<SourceEnergy> source, Optional<String> missing) {
    var json = Json.object();
    Json.put(json, "joules_concurrent", figure(source, of -> of.concurrent().joules().value()));
    Json.put(json, "joules_alone", figure(source, SourceEnergy::joulesAlone));
    Json.put(json, "missing", missing.or(() -> source.flatMap(SourceEnergy::missing)));
    return json;
  }

  private static OptionalDouble figure(
      Optional<SourceEnergy> source, Function<SourceEnergy, OptionalDouble> figure) {
    return source.map(figure).orElse(OptionalDouble.empty());
  }

  /** A server's memory before and after; each {@code null} where it does not tell. */
  static ObjectNode memory(ServerMemoryAround memory) {
    var json = Json.object();
    json.set("before", memory.before().map(EnergyJson::memory).orElse(null));
    json.set("after", memory.after().map(EnergyJson::memory).orElse(null));
    return json;
  }

  private static @Nullable ObjectNode memory(ServerMemory memory) {
    var json = Json.object();
    var models = json.putArray("models");
    memory.models().forEach(models::add);
    Json.put(json, "size_bytes", memory.bytes());
    Json.put(json, "vram_bytes", memory.vramBytes());
    Json.put(json, "cpu_bytes", memory.cpuBytes());
    return json;
  }

  /** What a record tells of it. */
  static ServerMemoryAround readMemory(KeptJson json) {
    return new ServerMemoryAround(
        json.optionalObject("before").map(EnergyJson::read),
        json.optionalObject("after").map(EnergyJson::read));
  }

  private static ServerMemory read(KeptJson json) {
    return new ServerMemory(
        json.texts("models"), bytes(json, "size_bytes"), bytes(json, "vram_bytes"));
  }

  private static OptionalLong bytes(KeptJson json, String field) {
    return json.optionalCount(field).map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
