package dev.tr116.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.Comparison;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.slo.Change;
import dev.tr116.slo.Outcome;
import dev.tr116.slo.RegressionVerdict;
import dev.tr116.telemetry.Environment;
import dev.tr116.trace.FallbackTaken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionComparisonTest {
  @TempDir private Path results;

  @Test
  void slowerSessionRegressesAndIsWritten() throws IOException {
    keep("before", 1, record -> record);
    keep("now", 1.2, record -> record);

    var verdict = compare("before", "now");
    var table = SessionComparison.write(verdict);

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(verdict.changed(Change.REGRESSED))
        .extracting(each -> each.metric().name())
        .contains("concurrent_wall_time_ms")
        .doesNotContain("collector_ttft_ms", "insight_ttft_ms");
    assertThat(Files.readString(table))
        .startsWith("# Session now against before: FAIL\n")
        .contains("| gemma3 · chimera-homo | wall time, ms | 12", "| REGRESSED | +20.0 % (95 %")
        .contains("Left out of session now: 1 runs that failed");
    assertThat(Files.readString(table.resolveSibling("comparison.json")))
        .contains("\"outcome\" : \"FAIL\"", "\"change\" : \"REGRESSED\"", "\"runs_left_out\" : 1")
        .contains("\"ratio\" : 1.2");
  }

  @Test
  void sameSessionTwiceIsNoWorse() {
    keep("before", 1, record -> record);
    keep("now", 1, record -> record);

    var verdict = compare("before", "now");

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
    assertThat(verdict.regressions())
        .hasSize(7)
        .allSatisfy(each -> assertThat(each.change()).isEqualTo(Change.SAME));
  }

  @Test
  void otherWeightsAreRefusedWithTheField() {
    keep("before", 1, record -> record);
    keep(
        "now",
        1,
        record ->
            withServed(record, new ServedModel(Optional.of("sha256:def"), Optional.of("Q8_0"))));

    var verdict = compare("before", "now");

    assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(verdict.regressions()).isEmpty();
    assertThat(verdict.refused().get(Traces.CELL))
        .contains(
            "model_digest: sha256:def here, sha256:abc there",
            "quantization: Q8_0 here, Q4_K_M there")
        .anyMatch(difference -> difference.startsWith("fingerprint: "))
        .hasSize(3);
    SessionComparison.write(verdict);
    assertThat(results.resolve("now").resolve("comparison.md"))
        .content()
        .contains("Not compared, measured under other conditions: gemma3 · chimera-homo");
  }

  @Test
  void otherCapOfTokensIsRefusedButTheSeedOfARunIsNot() {
    keep("before", 1, record -> record);
    keep("now", 1, record -> withSent(record, Map.of("num_ctx", 512L, "seed", 999L)));
    keep("capped", 1, record -> withSent(record, Map.of("num_ctx", 512L, "num_predict", 9L)));

    assertThat(compare("before", "now").outcome()).isEqualTo(Outcome.PASS);
    assertThat(compare("before", "capped").refused().get(Traces.CELL))
        .containsExactly(
            "collector sent options: num_ctx=512,num_predict=9 here, num_ctx=512 there");
  }

  @Test
  void cellThatFellBackIsNotComparedWithOneThatDidNot() {
    keep("before", 1, record -> record);
    keep("now", 1, SessionComparisonTest::fellBack);
    keep("later", 1, SessionComparisonTest::fellBack);

    var verdict = compare("before", "now");

    assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(verdict.refused().get(Traces.CELL))
        .singleElement()
        .asString()
        .startsWith("fallback: to gemma3:latest, insight num_gpu=60 from gemma3:latest")
        .endsWith(" here, none there");
    assertThat(compare("now", "later").refused()).isEmpty();
  }

  @Test
  void modelThatChangedWithinASessionIsLikeNoOther() {
    UnaryOperator<RunRecord> changing =
        record ->
            withServed(
                record,
                new ServedModel(
                    Optional.of("sha256:" + record.run().id().number()), Optional.of("Q4_K_M")));
    keep("before", 1, changing);
    keep("now", 1, changing);

    assertThat(compare("before", "now").refused().get(Traces.CELL))
        .contains(
            "model_digest: changed within session now here, changed within session before there");
  }

  @Test
  void cellOfOneSessionOnlyIsNamed() throws IOException {
    keep("before", 1, record -> record);
    var empty = ResultStore.create(session("now", Traces.OLLAMA, Records.MACHINE));

    var verdict = compare("before", "now");

    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.onlyThere()).containsExactly(Traces.CELL);
    assertThat(SessionComparison.write(verdict))
        .hasParent(empty.session().directory())
        .content()
        .contains("Only in session before: multi/structured/gemma3:latest/chimera-homo/");
  }

  @Test
  void sessionAlikeMayBeginWhateverItsOtherSettings() {
    var before = kept("before", Traces.OLLAMA, Records.MACHINE);

    assertThat(
            before.differences(
                session(
                    "now",
                    Traces.OLLAMA,
                    Records.MACHINE,
                    "tr116.runs",
                    "9",
                    "tr116.models",
                    "qwen2.5",
                    "tr116.seed",
                    "42",
                    "tr116.endpoints",
                    "http://127.0.0.1:1,http://127.0.0.1:2")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tr116.seed | 7 | tr116.seed: 7 here, 42 there",
        "tr116.num-predict | 64 | tr116.num-predict: 64 here, not told there",
        "tr116.transport | jdk | tr116.transport: jdk here, selector there",
        "tr116.solo | off | tr116.solo: off here, every there",
        "tr116.endpoints | http://127.0.0.1:1,http://127.0.0.1:1 | (one server) here",
        "tr116.endpoints | http://gpu1:1,http://gpu2:1 | tr116.endpoints: http://gpu1,http://gpu2 here",
      })
  void settingThatSpeedDependsOnIsNamed(String key, String value, String difference) {
    var before = kept("before", Traces.OLLAMA, Records.MACHINE);

    assertThat(before.differences(session("now", Traces.OLLAMA, Records.MACHINE, key, value)))
        .singleElement()
        .asString()
        .contains(difference);
  }

  @Test
  void machineAndServerAreNamedFieldByField() {
    var before = kept("before", Traces.OLLAMA, Records.MACHINE);

    assertThat(
            before.differences(
                session(
                    "now",
                    new BackendDescription(
                        "ollama", Optional.of("0.25.0"), BackendDescription.AS_SERVED),
                    Records.SILENT_MACHINE)))
        .containsExactly(
            "backend version: 0.25.0 here, 0.24.0 there",
            "cpu: amd64 here, A processor there",
            "gpu: not told here, A GPU, 1.2, 24564 MiB there");
    assertThat(before.differences(session("now", Traces.STAND_IN, Records.MACHINE)))
        .contains(
            "backend: embedded here, ollama there", "weights: stand-in here, as-served there");
  }

  private RegressionVerdict compare(String before, String now) {
    return new SessionComparison(KeptSession.read(results.resolve(before)))
        .with(
            KeptSession.read(results.resolve(now)),
            new Comparison(results.resolve(before), 5),
            42,
            true);
  }

  private SessionComparison kept(String name, BackendDescription backend, Environment machine) {
    return new SessionComparison(
        KeptSession.read(
            ResultStore.create(session(name, backend, machine)).session().directory()));
  }

  /** Five runs that differ a little, so much slower beside each other, and a failed one. */
  private void keep(String name, double slower, UnaryOperator<RunRecord> change) {
    var store = ResultStore.create(session(name, Traces.OLLAMA, Records.MACHINE));
    for (var number = 1; number <= 5; number++) {
      var wall = slower * (1200 + number);
      store.keep(
          change.apply(Records.of(Traces.run(number).beside(wall - 200, wall - 10).wall(wall))));
    }
    store.keep(change.apply(Records.of(Traces.run(6).failed(500, "broken"))));
  }

  private Session session(
      String name, BackendDescription backend, Environment machine, String... given) {
    var properties = new HashMap<>(Map.of("tr116.scenarios", "chimera-homo"));
    for (var i = 0; i < given.length; i += 2) {
      properties.put(given[i], given[i + 1]);
    }
    var settings = Settings.of(properties);
    return new Session(
        name,
        results.resolve(name),
        settings,
        Matrix.of(settings),
        Traces.STARTED_AT,
        backend,
        machine);
  }

  private static RunRecord withServed(RunRecord record, ServedModel served) {
    return new RunRecord(
        record.session(),
        record.run(),
        record.metrics(),
        record.verdicts(),
        record.environment(),
        served,
        record.sentOptions(),
        record.instrument());
  }

  private static RunRecord fellBack(RunRecord record) {
    var asked = GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0");
    return new RunRecord(
        record.session(),
        record.run(),
        record.metrics(),
        record.verdicts(),
        record.environment(),
        record.served(),
        record.sentOptions(),
        record.instrument(),
        List.of(),
        Map.of(),
        Optional.of(
            new FallbackTaken(
                new CellConfiguration(
                    Traces.CELL.model(), List.of(new AgentPlan(AgentRole.INSIGHT, asked))),
                new CellConfiguration(
                    Traces.CELL.model(),
                    List.of(
                        new AgentPlan(AgentRole.INSIGHT, GenerationOptions.parse("num_gpu=60")))),
                List.of("num_gpu 80 -> 60"),
                List.of("out of memory"))));
  }

  private static RunRecord withSent(RunRecord record, Map<String, Object> collector) {
    return new RunRecord(
        record.session(),
        record.run(),
        record.metrics(),
        record.verdicts(),
        record.environment(),
        record.served(),
        Map.of("collector", collector),
        record.instrument());
  }
}
