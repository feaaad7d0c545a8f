package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.BackendDescription;
import dev.tr116.telemetry.Environment;
import java.util.Optional;

/** The machine, as records write it. */
final class EnvironmentJson {
  private EnvironmentJson() {}

  static ObjectNode of(RunRecord record) {
    var backend = record.run().backend();
    var served = record.served();
    var json = Json.object();
    json.put(
        "fingerprint",
        record
            .environment()
            .fingerprint(Optional.of(backend.phrase()), served.digest(), served.quantization()));
    json.setAll(machine(record.environment()));
    Json.put(json, "ollama", ollama(backend));
    Json.put(json, "model_digest", served.digest());
    Json.put(json, "quantization", served.quantization());
    return json;
  }

  static ObjectNode machine(Environment environment) {
    var json = Json.object();
    json.put("jdk", environment.jdk());
    json.put("os", environment.os());
    json.put("cpu", environment.cpu());
    json.put("cores", environment.cores());
    json.put("memory_mib", environment.memoryMiB().orElse(null));
    var gpu = json.putArray("gpu");
    environment.gpu().forEach(gpu::add);
    Json.put(json, "git", environment.git());
    Json.put(json, "power", environment.power());
    return json;
  }

  static Environment readMachine(KeptJson json) {
    return new Environment(
        json.text("jdk"),
        json.text("os"),
        json.text("cpu"),
        json.wholeNumber("cores", 1),
        json.optionalCount("memory_mib"),
        json.texts("gpu"),
        json.optionalText("git"));
  }

  /** The version of Ollama; nothing where something else answered. */
  static Optional<String> ollama(BackendDescription backend) {
    return backend.kind().equals("ollama") ? backend.version() : Optional.empty();
  }
}
