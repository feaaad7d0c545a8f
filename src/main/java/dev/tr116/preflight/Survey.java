package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.llm.ResidentModel;
import dev.tr116.llm.ServerDate;
import dev.tr116.plan.Model;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks one server everything, and makes it get what it lacks when that is wished. */
final class Survey {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A server that checks some gigabytes it fetched says nothing meanwhile. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final OllamaInspector inspector;
  private final URI endpoint;
  private final List<String> notTold = new ArrayList<>();
  private final Map<Model, String> notPulled = new HashMap<>();

  private Survey(OllamaInspector inspector, URI endpoint) {
    this.inspector = inspector;
    this.endpoint = endpoint;
  }

  /**
   * What a server tells.
   *
   * @param models it will be asked for
   * @param pulled is told how a missing model arrives; empty when none is to be pulled
   */
  static ServerFacts of(
      OllamaInspector inspector,
      URI endpoint,
      List<Model> models,
      Optional<Consumer<String>> pulled)
      throws InterruptedException {
    return new Survey(inspector, endpoint).ask(models, pulled);
  }

  private ServerFacts ask(List<Model> models, Optional<Consumer<String>> pulled)
      throws InterruptedException {
    var version = inspector.version(endpoint, PATIENCE);
    Optional<List<ModelInfo>> listed =
        tolerant(() -> Optional.of(inspector.models(endpoint, PATIENCE)));
    if (listed.isPresent() && pulled.isPresent()) {
      for (var model : models) {
        if (!has(listed.get(), model)) {
          pull(model, pulled.get());
        }
      }
      listed = tolerant(() -> Optional.of(inspector.models(endpoint, PATIENCE)));
    }
    var shown = new HashMap<Model, ModelInfo>();
    for (var model : models) {
      if (listed.isPresent() && has(listed.get(), model)) {
        Optional<ModelInfo> more =
            tolerant(() -> Optional.of(inspector.show(endpoint, model, PATIENCE)));
        more.ifPresent(info -> shown.put(model, info));
      }
    }
    Optional<List<ResidentModel>> inMemory =
        tolerant(() -> Optional.of(inspector.running(endpoint, PATIENCE)));
    Optional<ServerDate> date = tolerant(() -> inspector.date(endpoint, PATIENCE));
    return new ServerFacts(endpoint, version, listed, shown, inMemory, date, notTold, notPulled);
  }

  private void pull(Model model, Consumer<String> told) throws InterruptedException {
    try {
      var progress = new PullProgress(endpoint, model, told, System::nanoTime);
      inspector.pull(endpoint, model, LONGEST_SILENCE, progress);
    } catch (IOException failed) {
      notPulled.put(model, String.valueOf(failed.getMessage()));
    }
  }

  private static boolean has(List<ModelInfo> listed, Model model) {
    return listed.stream().anyMatch(info -> info.name().equals(model.tag()));
  }

  private <T> Optional<T> tolerant(Question<T> question) throws InterruptedException {
    try {
      return question.ask();
    } catch (IOException silent) {
      notTold.add(String.valueOf(silent.getMessage()));
      return Optional.empty();
    }
  }

  /** One question to a server. */
  private interface Question<T> {
    Optional<T> ask() throws IOException, InterruptedException;
  }
}
