package dev.tr116.server.script;

import dev.tr116.plan.Model;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Answers questions about the server and its models as Ollama does. */
final class Catalogue {
  private static final String JSON = "application/json; charset=utf-8";
  private static final long SIZE_BYTES = 16_000_000L;
  private static final long CONTEXT_LENGTH = 2048;

  private final Set<String> known = new TreeSet<>();
  private final Set<String> loaded = new TreeSet<>();

  Catalogue(List<Model> models) {
    models.forEach(model -> known.add(model.tag()));
  }

  /** Answers everything but a prompt. */
  synchronized Script answer(ReceivedRequest request) {
    if (request.asksFor("POST", "/api/generate")) {
      return load(request);
    }
    if (request.asksFor("GET", "/api/version")) {
      return page(Map.of("version", "0.0.0-scripted"));
    }
    if (request.asksFor("GET", "/api/tags")) {
      return page(Map.of("models", known.stream().map(Catalogue::tag).toList()));
    }
    if (request.asksFor("GET", "/api/ps")) {
      return page(Map.of("models", loaded.stream().map(Catalogue::running).toList()));
    }
    if (request.asksFor("POST", "/api/show")) {
      return show(request.model());
    }
    return request.asksFor("GET", "/")
        ? Script.page(200, "text/plain; charset=utf-8", "Ollama is running")
        : Script.page(404, "text/plain", "404 page not found");
  }

  /** Remembers that a model was used. */
  synchronized void use(String model) {
    loaded.add(model);
  }

  private Script load(ReceivedRequest request) {
    var model = request.model();
    var keepAlive = Json.read(request.body()).path("keep_alive");
    var unload = keepAlive.isNumber() && keepAlive.asLong() == 0;
    if (!known.contains(model)) {
      return notFound(model);
    }
    if (unload) {
      loaded.remove(model);
    } else {
      loaded.add(model);
    }
    return Script.page(
        200, JSON, Json.terminator(model, Terminator.of(unload ? "unload" : "load")));
  }

  private Script show(String model) {
    return known.contains(model)
        ? page(
            Map.of(
                "details",
                details(),
                "model_info",
                Map.of("general.architecture", "llama", "llama.context_length", CONTEXT_LENGTH),
                "capabilities",
                List.of("completion")))
        : notFound(model);
  }

  private static Script notFound(String model) {
    return Script.status(404, "model '" + model + "' not found");
  }

  private static Script page(Map<String, ?> fields) {
    return Script.page(200, JSON, Json.write(fields));
  }

  private static Map<String, Object> tag(String model) {
    return Map.of(
        "name",
        model,
        "model",
        model,
        "size",
        SIZE_BYTES,
        "digest",
        digest(model),
        "details",
        details());
  }

  private static Map<String, Object> running(String model) {
    return Map.of(
        "name",
        model,
        "model",
        model,
        "size",
        SIZE_BYTES,
        "size_vram",
        0,
        "digest",
        digest(model),
        "details",
        details(),
        "context_length",
        CONTEXT_LENGTH);
  }

  private static Map<String, Object> details() {
    return Map.of("family", "llama", "parameter_size", "30M", "quantization_level", "F16");
  }

  private static String digest(String model) {
    return "%064x".formatted(model.hashCode() & 0xffffffffL);
  }
}
