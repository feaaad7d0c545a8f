package dev.tr116.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.OllamaClient;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.server.script.Answer;
import dev.tr116.server.script.DecodeRate;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.SharedGpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The warm runs of Technical Report 116 once more, fifty times faster: every agent's wall time and
 * what the servers reported are played over real HTTP, and the published efficiency must come out.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final int FASTER = 50;
  private static final double POINTS = 0.5;

  /** A machine that is busy with something else makes a run longer, now this one, now that. */
  private static final int MOST_ATTEMPTS = 8;

  private static final int LANES = 3;
  private static final int WARM_RUNS = 48;
  private static final int TOKENS_PER_LINE = 20;

  private final OllamaClient client = new OllamaClient();
  private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);

  @BeforeAll
  void warmUp() {
    Assumptions.assumeTrue(
        Files.exists(ReferenceRun.file()),
        () ->
            "the raw data of Technical Report 116 are not at "
                + ReferenceRun.file()
                + "; name their folder with -Dtr116reference=FOLDER");
    Warmth.bringTo(client);
  }

  @AfterAll
  void end() {
    lanes.shutdownNow();
    lanes.close();
    client.close();
  }

  @Test
  void everyWarmRunHasThePublishedEfficiency() throws IOException {
    var runs = ReferenceRun.warm();

    var replays = new LinkedHashMap<ReferenceRun, CompletableFuture<List<Double>>>();
    runs.forEach(
        run -> replays.put(run, CompletableFuture.supplyAsync(() -> replay(run), lanes)));
    var off = new LinkedHashMap<ReferenceRun, List<Double>>();
    replays.forEach((run, points) -> off.put(run, points.join()));

    assertThat(runs).hasSize(WARM_RUNS);
    Files.writeString(Path.of("target", "replay.txt"), lines(off));
    assertThat(off)
        .as("points between replayed and published efficiency, attempt by attempt")
        .allSatisfy(
            (run, attempts) -> assertThat(Math.abs(attempts.getLast())).isLessThan(POINTS));
  }

  /** Points that each attempt was off, up to the first that is near enough. */
  private List<Double> replay(ReferenceRun run) {
    var attempts = new ArrayList<Double>();
    do {
      attempts.add(efficiency(run) - run.efficiencyPercent());
    } while (Math.abs(attempts.getLast()) >= POINTS && attempts.size() < MOST_ATTEMPTS);
    return attempts;
  }

  private double efficiency(ReferenceRun reference) {
    var gpu = new SharedGpu();
    var servers = new ArrayList<ScriptedServer>();
    try {
      for (var part : reference.agents()) {
        servers.add(ScriptedServer.start(Trial.MODEL).always(script(gpu.slot(), part)));
      }
      var run =
          Trial.run(client, servers.stream().map(ScriptedServer::endpoint).toList(), false);
      return reference.efficiency(DualRunMetrics.of(run));
    } finally {
      servers.forEach(ScriptedServer::close);
    }
  }

  /** What the servers do not account for was the agent's own work; it comes first. */
  private static Script script(SharedGpu.Slot slot, ReferenceRun.Part part) {
    var served = part.load().plus(part.prefill()).plus(part.decode());
    var perSecond = (part.tokens() - 1) / (part.decode().toNanos() / 1e9);
    var answer =
        Answer.of(faster(part.prefill()), part.tokens(), DecodeRate.of(perSecond * FASTER))
            .cold(faster(part.load()))
            .tokensPerLine(TOKENS_PER_LINE);
    return Script.answer().after(faster(part.wall().minus(served))).generate(slot, answer).done();
  }

  private static Duration faster(Duration duration) {
    return duration.dividedBy(FASTER);
  }

  private static String lines(Map<ReferenceRun, List<Double>> off) {
    var text = new StringBuilder();
    off.forEach(
        (run, attempts) ->
            text.append(
                String.format(
                    Locale.ROOT, "%+.3f points in attempt %d: %s%n",
                    attempts.getLast(), attempts.size(), run)));
    return text.toString();
  }
}
