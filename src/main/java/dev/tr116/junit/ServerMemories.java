package dev.tr116.junit;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.llm.ResidentModel;
import dev.tr116.telemetry.ServerMemory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Asks servers what their models take of memory; outside of any measured window. */
final class ServerMemories {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final OllamaInspector inspector;

  ServerMemories(OllamaInspector inspector) {
    this.inspector = inspector;
  }

  /** What each of these servers tells; those that tell nothing are not in the answer. */
  Map<URI, ServerMemory> now(List<URI> endpoints) {
    var told = new HashMap<URI, ServerMemory>();
    for (var endpoint : endpoints.stream().distinct().toList()) {
      ask(endpoint).ifPresent(memory -> told.put(endpoint, memory));
    }
    return told;
  }

  private Optional<ServerMemory> ask(URI endpoint) {
    try {
      var models = inspector.running(endpoint, PATIENCE);
      return Optional.of(
          new ServerMemory(
              models.stream().map(ResidentModel::name).toList(),
              sum(models, ResidentModel::sizeBytes),
              sum(models, ResidentModel::sizeVramBytes)));
    } catch (IOException serverDoesNotTell) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static OptionalLong sum(
      List<ResidentModel> models, Function<ResidentModel, OptionalLong> part) {
    var parts = models.stream().map(part).toList();
    return parts.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(parts.stream().mapToLong(OptionalLong::getAsLong).sum());
  }
}
