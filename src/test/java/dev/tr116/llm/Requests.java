package dev.tr116.llm;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Requests of the tests. */
final class Requests {
  private static final Duration LONG = Duration.ofSeconds(20);

  private Requests() {}

  static LlmRequest to(URI endpoint) {
    return to(endpoint, new Timeouts(LONG, LONG, LONG, LONG));
  }

  static LlmRequest to(URI endpoint, Timeouts timeouts) {
    return new LlmRequest(
        endpoint,
        Model.named("gemma3"),
        "What is in the data?",
        Optional.empty(),
        GenerationOptions.SERVER_DEFAULTS,
        "prompt",
        "10m",
        timeouts,
        System.nanoTime());
  }

  static Timeouts connect(Duration connect) {
    return new Timeouts(connect, LONG, LONG, LONG);
  }

  static Timeouts firstToken(Duration firstToken) {
    return new Timeouts(LONG, firstToken, LONG, LONG);
  }

  static Timeouts idle(Duration idle) {
    return new Timeouts(LONG, LONG, idle, LONG);
  }

  static Timeouts total(Duration total) {
    return new Timeouts(LONG, LONG, LONG, total);
  }
}
