package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.slo.ChecklistItem;
import dev.tr116.slo.ChecklistItem.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The items of a checklist, each made to fail by one change of a session that passes them. */
class ChecklistReviewTest {
  @TempDir private Path results;
  private Path folder;
  private ResultStore store;

  @BeforeEach
  void keepASession() {
    store = ResultStore.create(Records.session(results, "tr116.runs", "3"));
    folder = store.session().directory();
    for (var number = 1; number <= 3; number++) {
      store.keep(Records.of(Traces.run(number)));
    }
    finish();
  }

  private void finish() {
    store.keep(Verdicts.enforced(Verdicts.EFFICIENCY, Traces.run(1), Traces.run(2), Traces.run(3)));
    store.finish(true);
  }

  @Test
  void sessionThatWentWellFailsNothingAndSkipsWhatItWasNotToHave() {
    var checklist = ChecklistReview.of(folder, true);

    assertThat(checklist.in(State.FAIL)).isEmpty();
    assertThat(checklist.in(State.NOT_APPLICABLE))
        .extracting(ChecklistItem::id)
        .containsExactly("TR116-4", "TR116-9", "TR116-10");
    assertThat(checklist.items()).extracting(ChecklistItem::id).doesNotHaveDuplicates().hasSize(24);
    assertThat(checklist.message()).startsWith("Checklist of session night: 21 passed, 0 failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run_2/metrics.json | \"status\" : \"ok\" | \"status\" : \"interrupted\" | QA-1 | run 2",
        "run_2/metrics.json | \"cold\" : false | \"cold\" : true | QA-4 | run 2",
        "run_2/metrics.json | \"solo_wall_ms\" : 800.0 | \"solo_wall_ms\" : null | QA-6 | run 2",
        "run_2/metrics.json | \"ttft_error_us_p50\" : 400.0 | \"ttft_error_us_p50\" : null | QA-7 | run 2",
        "run_2/metrics.json | \"throughput_tok_s\" : 1 | \"throughput_tok_s\" : 5 | QA-9 | run 2",
        "run_2/metrics.json | sha256:abc | sha256:def | QA-12 | has 2",
        "run_2/metrics.json | \"fingerprint\" : \" | \"fingerprint\" : \"0 | QA-13 | has 2",
        "run_2/metrics.json | \"session\" : \"night\" | \"session\" : \"day\" | TR116-6 | is of session day",
        "run_2/metrics.json | \"resource_contention_detected\" : false | \"resource_contention_detected\" : true | TR116-5 | says true",
        "run_2/metrics.json | \"fairness\" : 0.9 | \"fairness\" : 0.8 | TR116-2 | other figures",
        "run_2/metrics.json | \"scenario\" | \"szen\u00e4rio\" | TR116-7 | is not ASCII",
        "run_2/metrics.json | { | [ | TR116-1 | run_2/metrics.json: ",
        "session.json | \"preflight\" : [ ] | \"preflight\" : [{\"level\":\"error\",\"message\":\"no model\"}] | QA-8 | no model",
        "analysis.csv | gemma3 | gemma4 | TR116-2 | other figures",
        "run_2/insight.md | an answer | another answer | TR116-8 | changed: multi/",
      })
  void oneChangeFailsItsItem(String file, String written, String instead, String item, String why)
      throws IOException {
    change(file, written, instead);

    assertThat(item(item).state()).as(item(item).why()).isEqualTo(State.FAIL);
    assertThat(item(item).why()).contains(why);
  }

  @Test
  void everyColumnOfTheTableIsFoundInTheRecords() {
    assertThat(item("TR116-2").why()).isEqualTo("3 rows");
  }

  @Test
  void powerLogMayGrowWhileTheSessionGoesOnButNotChange() throws IOException {
    var log = folder.resolve("power_log.csv");
    Files.writeString(log, "head\r\n1\r\n");
    store.finish(true);
    Files.writeString(log, "head\r\n1\r\n2\r\n");

    assertThat(item("TR116-8").why())
        .isEqualTo("17 raw files as the manifest lists them; power_log.csv has more samples since");
    assertThat(Manifest.verify(folder).changed()).containsExactly("power_log.csv");

    Files.writeString(log, "head\r\n9\r\n2\r\n");
    assertThat(item("TR116-8").why()).startsWith("changed: power_log.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "not measured because of this, NOT_APPLICABLE",
    "1 GPU by nvidia-smi, FAIL",
  })
  void powerThatNothingMeasuresIsNotMissingAndPowerThatWasNotLoggedIs(String meter, State state)
      throws IOException {
    var session = folder.resolve("session.json");
    Files.writeString(
        session,
        Files.readString(session)
            .replaceFirst("\"power\" : [^,\\n]*", "\"power\" : \"" + meter + "\""));

    assertThat(item("TR116-10").state()).isEqualTo(state);
    assertThat(item("TR116-10").why()).contains(meter);
  }

  @ParameterizedTest
  @CsvSource({
    "run_2/metrics.json, TR116-1",
    "run_2/metrics.json, TR116-3",
    "analysis.csv, TR116-2",
    "manifest.json, TR116-8",
    "summary.md, QA-10",
    "run_2/insight.md, QA-11",
  })
  void oneMissingFileFailsItsItem(String file, String item) throws IOException {
    Files.delete(file(file));

    assertThat(item(item).state()).isEqualTo(State.FAIL);
  }

  @Test
  void failedCallFailsItsItemAndTheOneOfTheLogThatLacksIt() throws IOException {
    Files.move(file("run_2/metrics.json").getParent(), results.resolve("moved-away"));
    store.keep(Records.of(Traces.run(2).failed(500, "broken")));
    finish();

    assertThat(item("QA-2").why()).contains("run 2", "see failures.jsonl");
    assertThat(item("QA-3").state()).isEqualTo(State.FAIL);
    assertThat(item("QA-3").isOfIntegrity()).isTrue();
    assertThat(item("QA-5").why()).contains("gemma3 · chimera-homo has 2");
    assertThat(item("QA-2").isOfIntegrity()).isFalse();
  }

  @Test
  void recordOfNoPlannedRunIsAStranger() throws IOException {
    var stranger = file("run_2/metrics.json").getParent().resolveSibling("run_9");
    Files.createDirectories(stranger);
    Files.writeString(stranger.resolve("metrics.json"), "{}");

    assertThat(item("TR116-6").why()).contains("run_9").contains("is of no planned run");
  }

  @Test
  void onlyFailuresOfIntegrityCountWhereObjectivesAreNotEnforced() throws IOException {
    change("run_2/metrics.json", "\"solo_wall_ms\" : 800.0", "\"solo_wall_ms\" : null");

    assertThat(ChecklistReview.of(folder, true).violations())
        .extracting(ChecklistItem::id)
        .containsExactly("TR116-2", "TR116-8", "QA-6");
    assertThat(ChecklistReview.of(folder, false).violations())
        .extracting(ChecklistItem::id)
        .containsExactly("TR116-2", "TR116-8");
  }

  @Test
  void isWrittenAsTableAndAsData() throws IOException {
    var table = ChecklistReview.write(ChecklistReview.of(folder, false));

    assertThat(table)
        .content()
        .contains("Only failures of integrity fail the build here.")
        .contains("| TR116-8 | The manifest of the raw files verifies | PASS | 16 raw files as");
    var json = MetricsJsonTest.read(Files.readAllBytes(folder.resolve("checklist.json")));
    assertThat(json.path("items")).hasSize(24);
    assertThat(json.at("/items/0/state").textValue()).isEqualTo("PASS");
  }

  @Test
  void folderWithoutASessionIsRefused() {
    assertThatThrownBy(() -> ChecklistReview.of(results, true))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(results.resolve("session.json") + ": is missing");
  }

  private ChecklistItem item(String id) {
    return ChecklistReview.of(folder, true).items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void change(String name, String written, String instead) throws IOException {
    var file = file(name);
    var text = Files.readString(file);
    assertThat(text).contains(written);
    var at = text.indexOf(written);
    Files.writeString(
        file, text.substring(0, at) + instead + text.substring(at + written.length()));
  }

  private Path file(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).sorted().findFirst().orElseThrow();
    }
  }
}
