package dev.tr116.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tr116.llm.OllamaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Profiles of which every figure is known are played to the whole pipeline: real HTTP, the block
 * runner, the metrics and the bytes of the record. Every figure has to be within one per cent; a
 * run that a busy machine disturbed is repeated, and when all were disturbed the test is aborted.
 */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownTruthTest {
  /** Most of the time is spent waiting for tokens that are not due yet. */
  private static final int LANES = 3;

  private static final Offset<Double> NANOS = within(1e-5);

  private final OllamaClient client = new OllamaClient();
  private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);
  private final Map<KnownTruth, CompletableFuture<Attempts>> played = new LinkedHashMap<>();

  static List<KnownTruth> profiles() {
    return KnownTruths.all();
  }

  @BeforeAll
  void playAll() {
    Warmth.bringTo(client);
    for (var truth : profiles()) {
      played.put(truth, CompletableFuture.supplyAsync(() -> Attempts.at(truth, client), lanes));
    }
  }

  @AfterAll
  void end() throws IOException {
    lanes.shutdownNow();
    lanes.close();
    client.close();
    Files.writeString(Path.of("target", "known-truth.txt"), deviations());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyFigureOfTheRecordIsWithinOnePerCentOfTheArithmetic(KnownTruth truth) {
    var attempts = played.get(truth).join();

    assumeTrue(
        attempts.hold() || attempts.areConclusive(),
        () -> "this machine is too busy for one per cent; " + attempts);
    assertThat(attempts.hold()).withFailMessage(attempts::toString).isTrue();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theServersPredictionIsTheArithmetic(KnownTruth truth) {
    var courses = truth.profile().together();

    for (var i = 0; i < courses.size(); i++) {
      var expected = truth.agents().get(i).together();
      assertThat(courses.get(i).wall().toNanos() / 1e6).isCloseTo(expected.wall(), NANOS);
      assertThat(courses.get(i).queue().toNanos() / 1e6).isCloseTo(expected.queue(), NANOS);
      assertThat(courses.get(i).load().toNanos() / 1e6).isCloseTo(expected.load(), NANOS);
      assertThat(courses.get(i).decode().toNanos() / 1e6).isCloseTo(expected.decode(), NANOS);
    }
  }

  /** The largest deviation of each figure over all profiles, for people. */
  private String deviations() {
    var largest = new TreeMap<String, Double>();
    var text = new StringBuilder();
    for (var each : played.entrySet()) {
      if (each.getValue().isDone() && !each.getValue().isCompletedExceptionally()) {
        var attempts = each.getValue().join();
        text.append(String.format("%d x %s%n", attempts.count(), each.getKey()));
        attempts
            .best()
            .forEach((at, off) -> largest.merge(at.replaceAll("/\\d+", ""), off, Math::max));
      }
    }
    largest.forEach((at, off) -> text.append(String.format(Locale.ROOT, "%6.3f %% %s%n", off, at)));
    return text.toString();
  }
}
