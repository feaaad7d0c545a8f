package dev.tr116.server;

import dev.tr116.server.GenerationEvent.Finished;
import dev.tr116.server.GenerationEvent.PromptEvaluated;
import dev.tr116.server.GenerationEvent.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Answers with known tokens at known times, and writes down what happens to it. */
final class ScriptedSource implements TokenSource {
  static final String MODEL = "parrot:latest";

  final List<String> log = new CopyOnWriteArrayList<>();
  final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();

  private final Supplier<Iterator<Supplier<GenerationEvent>>> script;
  private volatile boolean alive = true;

  private ScriptedSource(Supplier<Iterator<Supplier<GenerationEvent>>> script) {
    this.script = script;
  }

  /** Says these tokens: the prompt has 7, the first comes after 20 ms, the others 10 ms apart. */
  static ScriptedSource saying(String... tokens) {
    var events = new ArrayList<Supplier<GenerationEvent>>();
    events.add(() -> new PromptEvaluated(7, Duration.ofMillis(20)));
    for (var i = 0; i < tokens.length; i++) {
      var token = new Token(tokens[i], Duration.ofMillis(20 + 10L * i));
      events.add(() -> token);
    }
    events.add(() -> new Finished(FinishReason.STOP));
    return new ScriptedSource(events::iterator);
  }

  /** Says two tokens, then this goes wrong. */
  static ScriptedSource failing(Supplier<GenerationEvent> failure) {
    return new ScriptedSource(
        () ->
            List.<Supplier<GenerationEvent>>of(
                    () -> new PromptEvaluated(7, Duration.ofMillis(20)),
                    () -> new Token("Well", Duration.ofMillis(20)),
                    failure)
                .iterator());
  }

  /** Says the same token until it is cancelled. */
  static ScriptedSource endless() {
    return new ScriptedSource(
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return true;
              }

              @Override
              public Supplier<GenerationEvent> next() {
                return () -> new Token("and on ".repeat(100), Duration.ofMillis(1));
              }
            });
  }

  /** Says nothing until the gate is open, then one token. */
  static ScriptedSource waitingAt(CountDownLatch gate) {
    return new ScriptedSource(
        () ->
            List.<Supplier<GenerationEvent>>of(
                    () -> {
                      pass(gate);
                      return new PromptEvaluated(7, Duration.ofMillis(20));
                    },
                    () -> new Token("Now", Duration.ofMillis(20)),
                    () -> new Finished(FinishReason.STOP))
                .iterator());
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferenceException("interrupted", e);
    }
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public List<ServedModel> models() {
    return List.of(model(MODEL), model("crow:7b"));
  }

  @Override
  public LoadedModel load(ServedModel model, LoadOptions options) {
    log.add("load " + model.name() + " " + options.numCtx());
    alive = true;
    return new Loaded(model);
  }

  /** Lets the loaded model look as if its process had died. */
  void die() {
    alive = false;
  }

  private static ServedModel model(String name) {
    return new ServedModel(
        name,
        "abc",
        1_000,
        Instant.EPOCH,
        new ServedModel.Details("gguf", "bird", "1.0M", "Q4_0"),
        8192,
        Map.of("general.parameter_count", 1_000_000),
        "{{ .Prompt }}");
  }

  private final class Loaded implements LoadedModel {
    private final ServedModel model;

    private Loaded(ServedModel model) {
      this.model = model;
    }

    @Override
    public Generation generate(GenerationRequest request) {
      requests.add(request);
      log.add("generate");
      return new Speaking(script.get());
    }

    @Override
    public boolean isAlive() {
      return alive;
    }

    @Override
    public void close() {
      log.add("unload " + model.name());
    }
  }

  private final class Speaking implements Generation {
    private final Iterator<Supplier<GenerationEvent>> events;

    private volatile boolean cancelled;

    private Speaking(Iterator<Supplier<GenerationEvent>> events) {
      this.events = events;
    }

    @Override
    public GenerationEvent next() {
      return cancelled ? new Finished(FinishReason.STOP) : events.next().get();
    }

    @Override
    public void cancel() {
      log.add("cancel");
      cancelled = true;
    }

    @Override
    public void close() {
      log.add("close");
    }
  }
}
