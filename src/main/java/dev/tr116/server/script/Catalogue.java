package dev.tr116.server.script;

import dev.tr116.plan.Model;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Answers questions about the server and its models as Ollama does, and lists them as OpenAI. */
final class Catalogue {
  private static final String JSON = "application/json; charset=utf-8";

  private final Map<String, ModelCard> known = new TreeMap<>();
  private final Map<String, InMemory> loaded = new TreeMap<>();
  private final Map<String, ModelCard> registry = new HashMap<>();
  private final Map<String, Script> pulls = new HashMap<>();
  private String version = "0.0.0-scripted";
  private Optional<Duration> ahead = Optional.empty();

  Catalogue(List<Model> models) {
    models.stream().map(ModelCard::of).forEach(this::add);
  }

  synchronized void add(ModelCard card) {
    known.put(card.tag(), card);
  }

  synchronized void offer(ModelCard card, Script pull) {
    registry.put(card.tag(), card);
    pulls.put(card.tag(), pull);
  }

  synchronized void version(String other) {
    version = other;
  }

  synchronized void clock(Duration aheadOfOurs) {
    ahead = Optional.of(aheadOfOurs);
  }

  /** Answers everything but a prompt. */
  synchronized Script answer(ReceivedRequest request) {
    var script = page(request);
    return ahead
        .map(Instant.now()::plus)
        .map(now -> DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
        .map(date -> script.header("Date", date))
        .orElse(script);
  }

  private Script page(ReceivedRequest request) {
    if (request.asksFor("POST", "/api/generate")) {
      return load(request);
    }
    if (request.asksFor("POST", "/api/pull")) {
      return pull(request.model());
    }
    if (request.asksFor("GET", "/api/version")) {
      return page(Map.of("version", version));
    }
    if (request.asksFor("GET", "/api/tags")) {
      return page(Map.of("models", known.values().stream().map(ModelCard::listed).toList()));
    }
    if (request.asksFor("GET", "/v1/models")) {
      return page(
          Map.of("object", "list", "data", known.keySet().stream().map(Catalogue::entry).toList()));
    }
    if (request.asksFor("GET", "/api/ps")) {
      return page(Map.of("models", loaded.values().stream().map(InMemory::listed).toList()));
    }
    if (request.asksFor("POST", "/api/show")) {
      var card = known.get(request.model());
      return card == null ? notFound(request.model()) : page(card.shown());
    }
    return request.asksFor("GET", "/")
        ? Script.page(200, "text/plain; charset=utf-8", "Ollama is running")
        : Script.page(404, "text/plain", "404 page not found");
  }

  /** Remembers that a model was used, and how. */
  synchronized void use(ReceivedRequest request) {
    var model = request.model();
    if (!model.isBlank()) {
      var card = known.getOrDefault(model, ModelCard.of(new Model(model)));
      loaded.put(model, InMemory.by(request, card));
    }
  }

  private Script load(ReceivedRequest request) {
    var model = request.model();
    var keepAlive = Json.read(request.body()).path("keep_alive");
    var unload = keepAlive.isNumber() && keepAlive.asLong() == 0;
    if (!known.containsKey(model)) {
      return notFound(model);
    }
    if (unload) {
      loaded.remove(model);
    } else {
      use(request);
    }
    return Script.page(
        200, JSON, Json.terminator(model, Terminator.of(unload ? "unload" : "load")));
  }

  /** The model is there as soon as it is asked for, and the script tells how it came. */
  private Script pull(String model) {
    var offered = registry.get(model);
    if (offered == null) {
      return Script.answer().error("pull model manifest: file does not exist");
    }
    add(offered);
    return pulls.get(model);
  }

  private static Script notFound(String model) {
    return Script.status(404, "model '" + model + "' not found");
  }

  private static Script page(Map<String, ?> fields) {
    return Script.page(200, JSON, Json.write(fields));
  }

  private static Map<String, Object> entry(String model) {
    return Map.of("id", model, "object", "model", "owned_by", "scripted");
  }
}
