package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.results.Manifest;
import dev.tr116.results.StoredSession;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session that cannot write any more after its second run: a folder stands where the trace of the
 * third is to be. {@code FullDiskSoak} does it with a disk that is really full.
 */
class FullDiskTest {
  private static final String IN_THE_WAY = "trace.jsonl.gz";

  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  private final ScriptedServer server =
      ScriptedServer.start(Model.named("gemma3"))
          .always(Script.answer(Duration.ofMillis(10), 5, Duration.ofMillis(1)));

  @BeforeEach
  void measureThatServer() throws IOException {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "night");
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
    Files.createDirectories(run(3).resolve(IN_THE_WAY).resolve("full"));
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void nothingMoreIsMeasuredUntilWhatWasMeasuredIsWritten() throws IOException {
    launch.set(Property.RUNS, 6);

    var tests = launch.run(FreeBeforeTheFifth.class).testEvents();

    tests.assertStatistics(events -> events.succeeded(4).failed(2));
    assertThat(Outcomes.messages(tests.failed()))
        .hasSize(2)
        .allSatisfy(
            said ->
                assertThat(said)
                    .startsWith("cannot write " + run(3).resolve(IN_THE_WAY) + ": ")
                    .contains("check free space"));
    assertThat(launch.console())
        .contains("run 3  is recorded now; it could not be written when it was measured")
        .contains("1 of 6 planned runs were not measured");
    assertThat(BenchmarkLaunch.runsRecordedIn(results))
        .containsExactly("run_1", "run_2", "run_3", "run_5", "run_6");
    assertThat(StoredSession.read(night()).unreadable()).isEmpty();
    assertThat(Manifest.verify(night()).isIntact()).isTrue();
  }

  @Test
  void earlierRunsStayWholeAndTheSessionGoesOnOnceThereIsSpace() throws IOException {
    launch.set(Property.RUNS, 4);

    var executed = launch.run(NeverFree.class);

    executed.testEvents().assertStatistics(events -> events.succeeded(2).failed(2));
    var broken = StoredSession.read(night());
    assertThat(broken.status()).isEqualTo("running");
    assertThat(broken.unreadable()).isEmpty();
    assertThat(broken.cells().getFirst().runs()).hasSize(2);
    assertThat(broken.missing()).hasSize(2);
    var before = Files.readString(run(2).resolve("metrics.json"));
    assertThat(launch.console())
        .contains("not recorded: gemma3 · chimera-homo · run 3", "tr116.session=night");

    Files.delete(run(3).resolve(IN_THE_WAY).resolve("full"));
    Files.delete(run(3).resolve(IN_THE_WAY));
    launch.run(NeverFree.class).testEvents().assertStatistics(events -> events.succeeded(4));

    assertThat(StoredSession.read(night()).status()).isEqualTo("complete");
    assertThat(run(2).resolve("metrics.json")).hasContent(before);
    assertThat(run(3).resolve("unfinished_1")).isNotEmptyDirectory();
    assertThat(Manifest.verify(night()).isIntact()).isTrue();
  }

  private Path night() {
    return results.resolve("night");
  }

  private Path run(int number) {
    return night()
        .resolve("multi/structured/gemma3_latest/chimera-homo_gpu80_ctx512_temp10/run_" + number);
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"warmup=0", "solo=off", "rerun=off", "slo.enforce=false"})
  static class NeverFree {
    @DualAgentTest
    void run() {}
  }

  @ExtendWith(SpaceBeforeTheFifth.class)
  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"warmup=0", "solo=off", "rerun=off", "slo.enforce=false"})
  static class FreeBeforeTheFifth {
    @DualAgentTest
    void run() {}
  }

  /** Takes away what is in the way. */
  static final class SpaceBeforeTheFifth implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
      if (!context.getDisplayName().contains("run 5/")) {
        return;
      }
      try (var files = Files.walk(Path.of(System.getProperty(Property.RESULTS.key())))) {
        var trace = files.filter(file -> file.endsWith(IN_THE_WAY + "/full")).toList();
        for (var file : List.of(trace.getFirst(), trace.getFirst().getParent())) {
          Files.delete(file);
        }
      }
    }
  }
}
