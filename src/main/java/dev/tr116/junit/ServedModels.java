package dev.tr116.junit;

import dev.tr116.llm.ModelInfo;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.Model;
import dev.tr116.results.RunRecord.ServedModel;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the first server says of each model; asked once, outside any measurement. */
final class ServedModels {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OllamaInspector inspector;
  private final List<URI> endpoints;
  private final Map<Model, ServedModel> known = new HashMap<>();

  ServedModels(OllamaInspector inspector, List<URI> endpoints) {
    this.inspector = inspector;
    this.endpoints = endpoints;
  }

  /** Digest and quantization, as far as the server tells them. */
  ServedModel about(Model model) {
    return known.computeIfAbsent(model, this::ask);
  }

  private ServedModel ask(Model model) {
    try {
      return inspector.models(endpoints.getFirst(), PATIENCE).stream()
          .filter(info -> info.name().equals(model.tag()))
          .map(ServedModels::served)
          .findFirst()
          .orElse(ServedModel.UNKNOWN);
    } catch (IOException serverDoesNotTell) {
      return ServedModel.UNKNOWN;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ServedModel.UNKNOWN;
    }
  }

  private static ServedModel served(ModelInfo info) {
    return new ServedModel(info.digest(), info.quantization());
  }
}
