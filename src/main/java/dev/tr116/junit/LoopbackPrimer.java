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
 * Calls a server in this JVM, so that a measured call pays for no class loading, no interpreter, no
 * sleeping thread and no garbage left by the report before it, and no model is kept busy for that.
 */
final class LoopbackPrimer implements AutoCloseable {
  private static final int UNTIL_COMPILED = 100;
  private static final int UNTIL_AWAKE = 10;
  private static final Model NOBODY = new Model("warm-up:none");

  private final LlmClient client;
  private final ScriptedServer server = ScriptedServer.start(NOBODY);

  LoopbackPrimer(LlmClient client) {
    this.client = client;
    server.always(Script.answer(Duration.ZERO, 20, Duration.ZERO));
  }

  /** Once, before anything else is called; takes some tenths of a second. */
  void warmUp() {
    call(UNTIL_COMPILED);
  }

  /** Before each block; takes some hundredths of a second. */
  void prime() {
    System.gc();
    call(UNTIL_AWAKE);
  }

  private void call(int times) {
    for (var i = 0; i < times; i++) {
      var call =
          client.generate(
              new LlmRequest(
                  server.endpoint(),
                  NOBODY,
                  "warm-up",
                  Optional.empty(),
                  GenerationOptions.SERVER_DEFAULTS,
                  "warm-up",
                  "0",
                  Timeouts.STANDARD,
                  System.nanoTime()));
      if (!call.succeeded() && !Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(
            "the client cannot even speak to a server in its own process: "
                + call.failure().orElseThrow().message());
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
