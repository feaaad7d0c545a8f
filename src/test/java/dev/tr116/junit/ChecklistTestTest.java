package dev.tr116.junit;

import static dev.tr116.assertj.AgentAssertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.results.Manifest;
import dev.tr116.slo.Checklist;
import dev.tr116.slo.ChecklistItem;
import dev.tr116.slo.ChecklistItem.State;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark class with a checklist. */
class ChecklistTestTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @BeforeEach
  void keepResultsApart() {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "s");
    launch.set(Property.RUNS, 3);
  }

  @Test
  void holdsForASessionThatWentWellAndIsWritten() throws IOException {
    var tests = launch.run(Listed.class).testEvents();

    assertThat(Outcomes.messages(tests.failed())).isEmpty();
    tests.assertStatistics(counts -> counts.succeeded(4));
    assertThat(results.resolve("s").resolve("checklist.md"))
        .content()
        .startsWith("# Checklist of session s\n")
        .contains("| TR116-1 | Every planned run has a whole record | PASS | 3 records of 3 runs |")
        .contains("| TR116-2 | The table made again from the records has the same bytes | PASS | 3")
        .contains("| QA-7 | The instrument was calibrated | not applicable |");
    assertThat(Files.readString(results.resolve("s").resolve("checklist.json")))
        .contains("\"violations\" : 0");
    assertThat(launch.console()).contains("[tr116] checklist: ").contains(" 0 failed, ");
    assertThat(Manifest.verify(results.resolve("s")).isIntact()).isTrue();
  }

  @Test
  void failureOfIntegrityFailsOnAStandInToo() {
    var tests = launch.run(Tampered.class).testEvents();

    assertThat(Outcomes.messages(tests.failed()))
        .singleElement()
        .asString()
        .startsWith("Checklist of session s: ")
        .contains("QA-10 Summaries are there: ")
        .contains("see " + results.resolve("s").resolve("checklist.md"));
  }

  @Test
  void failureOfQualityFailsOnlyWhereObjectivesAreEnforced() {
    launch.set(Property.TIMEOUT_TOTAL, "50ms");

    launch.run(Listed.class).testEvents().assertStatistics(c -> c.failed(3).succeeded(1));
    assertThat(launch.console()).contains("[tr116]     QA-2 No call failed: ");

    launch.set(Property.SLO_ENFORCE, true);
    launch.set(Property.SESSION, "t");
    launch.run(Listed.class).testEvents().assertStatistics(c -> c.failed(4));
  }

  @Test
  void withoutRunsItIsAborted() {
    var tests = launch.run(ListOnly.class).testEvents();

    assertThat(Outcomes.messages(tests.aborted()))
        .containsExactly("Inconclusive: no run was measured in this session; run the whole class");
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"backend=scripted", "warmup=0"})
  static class Listed {
    @ChecklistTest
    void checklist(Checklist checklist) {
      assertThat(checklist).holds();
    }

    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"backend=scripted", "warmup=0", "solo=off"})
  static class Tampered {
    @DualAgentTest
    void run(DualRun run) {
      assertThat(run).succeeded();
    }

    @ChecklistTest
    void checklist(Checklist checklist) {
      var items =
          checklist.items().stream()
              .map(
                  item ->
                      item.id().equals("QA-10")
                          ? new ChecklistItem(
                              item.id(), item.title(), State.FAIL, item.isOfIntegrity(), "gone")
                          : item)
              .toList();
      assertThat(
              new Checklist(
                  checklist.session(),
                  checklist.folder(),
                  checklist.backend(),
                  checklist.enforced(),
                  items))
          .holds();
    }
  }

  @AgentBenchmark(
      models = "gemma3",
      scenarios = "chimera-homo",
      properties = {"backend=scripted", "warmup=0"})
  static class ListOnly {
    @ChecklistTest
    void checklist(Checklist checklist) {
      assertThat(checklist).holds();
    }
  }
}
