package dev.tr116.truth;

import dev.tr116.llm.LlmClient;
import dev.tr116.server.script.Answer;
import dev.tr116.server.script.DecodeRate;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.SharedGpu;
import java.time.Duration;
import java.util.List;

/** Has the code on both sides compiled before anything is held against the clock. */
final class Warmth {
  private static final int BLOCKS = 40;

  private Warmth() {}

  static void bringTo(LlmClient client) {
    try (var server = ScriptedServer.start(Trial.MODEL).forgetful()) {
      var atOnce = Answer.of(Duration.ZERO, 20, DecodeRate.of(1e6));
      server.always(Script.answer().generate(new SharedGpu().slot(), atOnce).done());
      for (var i = 0; i < BLOCKS; i++) {
        Trial.record(Trial.run(client, List.of(server.endpoint(), server.endpoint()), true));
      }
    }
  }
}
