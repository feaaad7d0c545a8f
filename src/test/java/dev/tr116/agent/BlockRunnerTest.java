package dev.tr116.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Settings;
import dev.tr116.server.script.ReceivedRequest;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ReusedSolo;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BlockRunnerTest {
  private static final AgentRole COLLECTOR = AgentRole.COLLECTOR;
  private static final AgentRole INSIGHT = AgentRole.INSIGHT;
  private static final BackendDescription SCRIPTED =
      new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);
  private static final Map<String, String> ONCE = Map.of("tr116.solo", "once");
  private static final Script QUICK = Script.answer(Duration.ofMillis(2), 5, Duration.ofMillis(1));

  private final ScriptedServer first = ScriptedServer.start(Model.named("gemma3"));
  private final ScriptedServer second = ScriptedServer.start(Model.named("gemma3"));
  private final OllamaClient client = new OllamaClient();

  @AfterEach
  void end() {
    client.close();
    first.close();
    second.close();
  }

  @Test
  void measuresEachAgentAloneAndBothTogether() {
    first.always(QUICK);
    second.always(QUICK);

    var run = runner(Map.of()).run(planned(Map.of(), 0));

    assertThat(run.status()).isEqualTo(RunStatus.OK);
    assertThat(run.agents()).extracting(AgentRun::role).containsExactly(COLLECTOR, INSIGHT);
    assertThat(run.solo()).extracting(AgentRun::role).containsExactly(COLLECTOR, INSIGHT);
    assertThat(run.agents()).allMatch(AgentRun::succeeded);
    assertThat(first.prompts()).hasSize(2);
    assertThat(second.prompts()).hasSize(2);
    assertThat(run.released()).isLessThanOrEqualTo(run.agents().getFirst().started());
    assertThat(run.ended())
        .isGreaterThanOrEqualTo(run.agents().stream().mapToLong(AgentRun::ended).max().orElse(0));
  }

  @Test
  void leavesTheSoloBaselineOutWhenAskedTo() {
    first.always(QUICK);
    second.always(QUICK);
    var off = Map.of("tr116.solo", "off");

    var run = runner(off).run(planned(off, 0));

    assertThat(run.succeeded()).isTrue();
    assertThat(run.solo()).isEmpty();
    assertThat(first.prompts()).hasSize(1);
  }

  @Test
  void measuresOnceAndReusesThatInTheOtherRunsOfTheCell() {
    first.always(QUICK);
    second.always(QUICK);
    var runner = runner(ONCE);

    var third = runner.run(planned(ONCE, 2));
    var fourth = runner.run(planned(ONCE, 3));
    var otherCell = runner.run(planned(ONCE, 5));

    assertThat(third.solo()).extracting(AgentRun::role).containsExactly(COLLECTOR, INSIGHT);
    assertThat(third.reusedSolo()).isEmpty();
    assertThat(fourth.solo()).isEmpty();
    assertThat(fourth.reusedSolo())
        .containsExactly(
            new ReusedSolo(3, third.solo().getFirst()), new ReusedSolo(3, third.solo().getLast()));
    assertThat(fourth.status()).isEqualTo(RunStatus.OK);
    assertThat(otherCell.id().cell()).isNotEqualTo(third.id().cell());
    assertThat(otherCell.solo()).hasSize(2);
    assertThat(first.prompts()).hasSize(5);
    assertThat(second.prompts()).hasSize(5);
  }

  @Test
  void measuresAFailedSoloPartAgainWithTheNextBlock() {
    first.always(QUICK);
    second.always(Script.status(503, "busy"));
    var runner = runner(ONCE);

    var failed = runner.run(planned(ONCE, 0));
    second.always(QUICK);
    var whole = runner.run(planned(ONCE, 1));
    var last = runner.run(planned(ONCE, 2));

    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.solo()).hasSize(2);
    assertThat(whole.solo()).extracting(AgentRun::role).containsExactly(INSIGHT);
    assertThat(whole.reusedSolo()).extracting(ReusedSolo::fromRun).containsExactly(1);
    assertThat(whole.status()).isEqualTo(RunStatus.OK);
    assertThat(last.solo()).isEmpty();
    assertThat(last.reusedSolo()).extracting(ReusedSolo::fromRun).containsExactly(1, 2);
  }

  @Test
  void reusesNothingOfARunThatCannotBeTrusted() {
    first.always(QUICK);
    second.always(QUICK);
    var runner = runner(ONCE);

    var cold = runner.run(planned(ONCE, 0));
    runner.distrust(cold.id());
    var warm = runner.run(planned(ONCE, 1));
    runner.distrust(cold.id());
    var last = runner.run(planned(ONCE, 2));

    assertThat(warm.solo()).hasSize(2);
    assertThat(warm.reusedSolo()).isEmpty();
    assertThat(last.reusedSolo()).extracting(ReusedSolo::fromRun).containsExactly(2, 2);
  }

  @Test
  void rotatesTheOrderOfABlockFromRunToRun() {
    first.always(QUICK);
    second.always(QUICK);
    var runner = runner(Map.of());

    var togetherFirst = new HashSet<Integer>();
    for (var i = 0; i < 3; i++) {
      var run = runner.run(planned(Map.of(), i));
      var solo = run.solo().stream().mapToLong(AgentRun::started).filter(s -> s < run.released());
      togetherFirst.add((int) solo.count());
    }

    assertThat(togetherFirst).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void endsTheOtherAgentWhenOneFailsAndKeepsBothOutcomes() throws InterruptedException {
    var off = Map.of("tr116.solo", "off");
    first.always(Script.answer().text("half ").after(Duration.ofSeconds(1)).cut());
    second.always(Script.answer(Duration.ofMillis(1), 2000, Duration.ofMillis(10)));

    var run = runner(off).run(planned(off, 0));

    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    var collector = run.agent(COLLECTOR);
    assertThat(collector.failure()).map(CallFailure::kind).contains(FailureKind.TRUNCATED);
    assertThat(collector.answer()).isEqualTo("half ");
    var insight = run.agent(INSIGHT);
    assertThat(insight.failure()).map(CallFailure::kind).contains(FailureKind.CANCELLED);
    assertThat(insight.calls().getFirst().chunks().size()).isPositive();
    assertThat(second.connections().getLast().awaitClosedByClient(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void tellsAnInterruptedRunFromAFailedOne() throws InterruptedException {
    var off = Map.of("tr116.solo", "off");
    first.always(Script.answer().text("a").stall());
    second.always(Script.answer().text("b").stall());
    var outcome = new CompletableFuture<RunStatus>();
    var runner = runner(off);
    var test =
        Thread.ofPlatform()
            .start(
                () -> {
                  outcome.complete(runner.run(planned(off, 0)).status());
                });
    while (second.prompts().isEmpty() || first.prompts().isEmpty()) {
      Thread.sleep(5);
    }

    test.interrupt();
    test.join();

    assertThat(outcome).isCompletedWithValue(RunStatus.INTERRUPTED);
  }

  @Test
  void sendsTheScenariosOptionsAndANewNonceWithEveryPrompt() {
    first.always(QUICK);
    second.always(QUICK);
    var runner = runner(Map.of());

    runner.run(planned(Map.of(), 0));
    runner.run(planned(Map.of(), 1));

    assertThat(first.prompts())
        .allSatisfy(
            request -> assertThat(request.body()).doesNotContain("num_gpu").contains("\"seed\""));
    assertThat(second.prompts())
        .allSatisfy(
            request ->
                assertThat(request.body())
                    .contains("\"num_gpu\":80", "\"num_ctx\":512", "\"temperature\":1.0"));
    assertThat(first.prompts()).extracting(ReceivedRequest::prompt).doesNotHaveDuplicates();
    assertThat(first.prompts())
        .extracting(request -> request.prompt().length())
        .containsOnly(first.prompts().getFirst().prompt().length());
  }

  @Test
  void warmsUpWithFewTokensOnEveryEndpoint() {
    first.always(QUICK);
    second.always(QUICK);
    var matrix = Matrix.of(Settings.of(given(Map.of())));

    var outcomes = runner(Map.of()).warmUp(matrix.cells().getFirst());

    assertThat(outcomes).hasSize(2).allMatch(AgentRun::succeeded);
    assertThat(first.prompts().getFirst().body()).contains("\"num_predict\":32");
    assertThat(second.prompts().getFirst().body()).contains("\"num_predict\":32");
  }

  @Test
  void tellsWhatFailedInTheWarmUp() {
    first.always(Script.answer().stall());
    second.always(Script.status(404, "model 'gemma3:latest' not found"));
    var matrix = Matrix.of(Settings.of(given(Map.of())));

    var outcomes = runner(Map.of()).warmUp(matrix.cells().getFirst());

    assertThat(outcomes)
        .extracting(outcome -> outcome.failure().map(CallFailure::kind).orElseThrow())
        .containsExactly(FailureKind.CANCELLED, FailureKind.HTTP_STATUS);
  }

  private BlockRunner runner(Map<String, String> more) {
    return new BlockRunner(
        AgentRuntimes.of(client),
        new PromptWorkload(),
        Settings.of(given(more)),
        List.of(first.endpoint(), second.endpoint()),
        SCRIPTED,
        "a-session");
  }

  private static PlannedRun planned(Map<String, String> more, int index) {
    return Matrix.of(Settings.of(given(more))).runs().get(index);
  }

  private static Map<String, String> given(Map<String, String> more) {
    var given = new HashMap<String, String>();
    given.put("tr116.timeout.total", "20s");
    given.putAll(more);
    return given;
  }
}
