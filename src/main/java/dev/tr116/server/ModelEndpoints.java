package dev.tr116.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** Answers what is asked about models: {@code /api/tags}, {@code /api/ps}, {@code /api/show}. */
final class ModelEndpoints {
  private final TokenSource source;
  private final ModelNames names;
  private final ModelSlot slot;

  ModelEndpoints(TokenSource source, ModelNames names, ModelSlot slot) {
    this.source = source;
    this.names = names;
    this.slot = slot;
  }

  ObjectNode tags() {
    var answer = Json.object();
    var models = answer.putArray("models");
    for (var model : source.models()) {
      var entry = models.addObject();
      describe(entry, model);
      entry.put("modified_at", model.modifiedAt().toString());
    }
    return answer;
  }

  ObjectNode running() {
    var answer = Json.object();
    var models = answer.putArray("models");
    slot.resident()
        .ifPresent(
            resident -> {
              var entry = models.addObject();
              describe(entry, resident.model());
              entry.put("size_vram", 0);
              entry.put("expires_at", resident.expiresAt().toString());
              entry.put("context_length", resident.options().numCtx());
            });
    return answer;
  }

  ObjectNode show(String name) {
    var model = names.require(name);
    var answer = Json.object();
    answer.put(
        "modelfile", "FROM " + model.name() + "\nTEMPLATE \"\"\"" + model.template() + "\"\"\"\n");
    answer.put("parameters", "");
    answer.put("template", model.template());
    answer.set("details", details(model));
    answer.set("model_info", info(model));
    answer.putArray("capabilities").add("completion");
    answer.put("modified_at", model.modifiedAt().toString());
    return answer;
  }

  private static void describe(ObjectNode entry, ServedModel model) {
    entry.put("name", model.name());
    entry.put("model", model.name());
    entry.put("size", model.sizeBytes());
    entry.put("digest", model.digest());
    entry.set("details", details(model));
  }

  private static ObjectNode details(ServedModel model) {
    var details = model.details();
    var json =
        Json.object()
            .put("parent_model", "")
            .put("format", details.format())
            .put("family", details.family())
            .put("parameter_size", details.parameterSize())
            .put("quantization_level", details.quantization());
    json.putArray("families").add(details.family());
    return json;
  }

  private static ObjectNode info(ServedModel model) {
    var architecture = model.details().family();
    var json =
        Json.object()
            .put("general.architecture", architecture)
            .put(architecture + ".context_length", model.contextLength());
    new TreeMap<>(model.info()).forEach(json::putPOJO);
    return json;
  }
}
