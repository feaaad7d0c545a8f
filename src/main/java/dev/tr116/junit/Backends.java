package dev.tr116.junit;

import dev.tr116.llm.EndpointAnswer;
import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.BackendChoice;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.server.llama.EmbeddedEngine;
import dev.tr116.server.llama.EngineException;
import dev.tr116.server.ollama.InstalledOllama;
import dev.tr116.server.script.ScriptedEngine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds or starts the servers of a session. */
final class Backends {
  private static final Duration QUESTION = Duration.ofSeconds(3);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final OllamaInspector inspector;
  private final Supplier<Optional<Path>> program;

  Backends(OllamaInspector inspector, Supplier<Optional<Path>> program) {
    this.inspector = inspector;
    this.program = program;
  }

  /**
   * Servers for these settings.
   *
   * @throws SettingsException when none can be had as asked, saying what to do
   */
  RunningBackend open(Settings settings) throws InterruptedException {
    if (settings.backend() == BackendChoice.EMBEDDED) {
      return embedded(settings);
    }
    if (settings.backend() == BackendChoice.SCRIPTED) {
      var engine = ScriptedEngine.start(settings.endpoints().size(), settings.models());
      return new RunningBackend(engine.endpoints(), engine.description(), List.of(engine::close));
    }
    if (settings.backend() == BackendChoice.OPENAI) {
      return new OpenAiServers(settings).open();
    }
    var answers = answers(settings.endpoints());
    var missing =
        answers.entrySet().stream()
            .filter(answer -> !(answer.getValue() instanceof EndpointAnswer.Ollama))
            .map(Map.Entry::getKey)
            .toList();
    if (missing.isEmpty()) {
      return running(settings, answers, List.of());
    }
    var installed = program.get();
    if (installed.isPresent() && missing.stream().allMatch(uri -> canStart(uri, answers))) {
      return started(settings, installed.get(), missing);
    }
    var nobodyAnswers = missing.size() == answers.size();
    var endpointsAreOurs = !settings.given().containsKey(Property.ENDPOINTS.key());
    var unreachable = unreachable(answers, missing);
    if (settings.backend() == BackendChoice.AUTO && nobodyAnswers && endpointsAreOurs) {
      return embeddedInsteadOf(unreachable, settings);
    }
    throw SettingsException.withoutServer(List.of(unreachable));
  }

  /** Whoever did not ask for the embedded engine also has to hear why it was tried. */
  private RunningBackend embeddedInsteadOf(String unreachable, Settings settings) {
    try {
      return embedded(settings);
    } catch (SettingsException unusable) {
      var nothing =
          SettingsException.withoutServer(
              Stream.concat(Stream.of(unreachable), unusable.problems().stream()).toList());
      nothing.addSuppressed(unusable);
      throw nothing;
    }
  }

  private RunningBackend embedded(Settings settings) {
    var wanted =
        Stream.concat(settings.models().stream(), settings.fallback().models().stream())
            .map(Model::tag)
            .filter(EmbeddedEngine::has)
            .distinct()
            .toList();
    try {
      var engine =
          EmbeddedEngine.start(
              settings.endpoints().stream().map(Backends::port).toList(),
              wanted.isEmpty() ? EmbeddedEngine.availableModels().subList(0, 1) : wanted,
              settings.embeddedThreads(),
              settings.cache());
      return new RunningBackend(engine.endpoints(), engine.description(), List.of(engine::close));
    } catch (EngineException unusable) {
      var noServer = SettingsException.withoutServer(List.of(unusable.words()));
      noServer.addSuppressed(unusable);
      throw noServer;
    }
  }

  private RunningBackend started(Settings settings, Path installed, List<URI> missing)
      throws InterruptedException {
    var servers = new ArrayList<InstalledOllama>();
    try {
      for (var endpoint : missing) {
        servers.add(InstalledOllama.start(installed, endpoint));
      }
      for (var i = 0; i < missing.size(); i++) {
        awaitAnswer(installed, missing.get(i), servers.get(i));
      }
      return running(
          settings,
          answers(settings.endpoints()),
          servers.stream().<Runnable>map(server -> server::close).toList());
    } catch (RuntimeException | InterruptedException failed) {
      servers.forEach(InstalledOllama::close);
      throw failed;
    }
  }

  private void awaitAnswer(Path installed, URI endpoint, InstalledOllama server)
      throws InterruptedException {
    var patience = System.nanoTime() + START.toNanos();
    while (!(inspector.ask(endpoint, QUESTION) instanceof EndpointAnswer.Ollama)) {
      if (!server.isAlive() || System.nanoTime() > patience) {
        throw SettingsException.withoutServer(
            List.of(
                installed
                    + " serve was started for "
                    + endpoint
                    + " and does not answer; set -D"
                    + Property.BACKEND.key()
                    + "=embedded for stand-in models, or see what it says: "
                    + server.output().strip()));
      }
      Thread.sleep(PAUSE);
    }
  }

  private Map<URI, EndpointAnswer> answers(List<URI> endpoints) throws InterruptedException {
    var answers = new LinkedHashMap<URI, EndpointAnswer>();
    for (var endpoint : endpoints) {
      answers.put(endpoint, inspector.ask(endpoint, QUESTION));
    }
    return answers;
  }

  private static RunningBackend running(
      Settings settings, Map<URI, EndpointAnswer> answers, List<Runnable> closers) {
    var versions =
        answers.values().stream()
            .filter(EndpointAnswer.Ollama.class::isInstance)
            .map(answer -> ((EndpointAnswer.Ollama) answer).version())
            .filter(version -> !version.isEmpty())
            .distinct()
            .toList();
    return new RunningBackend(settings.endpoints(), ServerVersion.describe(versions), closers);
  }

  private static boolean canStart(URI endpoint, Map<URI, EndpointAnswer> answers) {
    return answers.get(endpoint) instanceof EndpointAnswer.Silence
        && ("127.0.0.1".equals(endpoint.getHost()) || "localhost".equals(endpoint.getHost()))
        && endpoint.getPort() > 0;
  }

  private static int port(URI endpoint) {
    return Math.max(0, endpoint.getPort());
  }

  private static String unreachable(Map<URI, EndpointAnswer> answers, List<URI> missing) {
    var reasons =
        missing.stream()
            .map(uri -> uri + ": " + reason(answers.get(uri)))
            .collect(Collectors.joining("; "));
    return "no Ollama server for "
        + (missing.size() == answers.size() ? "the agents" : "every agent")
        + " ("
        + reasons
        + "); start one per agent, e.g. OLLAMA_HOST="
        + missing.getFirst().getAuthority()
        + " ollama serve, or set "
        + Property.ENDPOINTS.key()
        + " to servers that run (one server may stand twice), or -D"
        + Property.BACKEND.key()
        + "=embedded for stand-in models";
  }

  private static String reason(@org.jspecify.annotations.Nullable EndpointAnswer answer) {
    return switch (answer) {
      case EndpointAnswer.Silence silence -> silence.message();
      case EndpointAnswer.OtherService other -> other.message();
      case EndpointAnswer.Ollama ollama -> "answers as Ollama " + ollama.version();
      case null -> "was not asked";
    };
  }
}
