package dev.tr116.junit;

import dev.tr116.llm.LlmClient;
import dev.tr116.llm.LlmRequest;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a server in this JVM until the client's code is compiled, so that the first measured call
 * pays for no class loading and no interpreter, and no model is kept busy for that.
 */
final class LoopbackWarmUp {
  private static final int CALLS = 100;
  private static final Model NOBODY = new Model("warm-up:none");

  private LoopbackWarmUp() {}

  /**
   * Warms a client up; takes about half a second.
   *
   * @throws IllegalStateException when even such a call fails: nothing measured here could be
   *     trusted
   */
  static void of(LlmClient client) {
    try (var server = ScriptedServer.start(NOBODY)) {
      server.always(Script.answer(Duration.ZERO, 20, Duration.ZERO));
      for (var i = 0; i < CALLS; i++) {
        var call =
            client.generate(
                new LlmRequest(
                    server.endpoint(),
                    NOBODY,
                    "warm-up " + i,
                    Optional.empty(),
                    GenerationOptions.SERVER_DEFAULTS,
                    "warm-up",
                    "0",
                    Timeouts.STANDARD,
                    System.nanoTime()));
        call.failure()
            .ifPresent(
                failure -> {
                  throw new IllegalStateException(
                      "the client cannot even speak to a server in its own process: "
                          + failure.message());
                });
      }
    }
  }
}
