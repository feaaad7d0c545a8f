package dev.tr116.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedGpuTest {
  private static final Model MODEL = Model.named("gemma3");
  private static final Duration PREFILL = Duration.ofMillis(20);
  private static final Answer ANSWER = Answer.of(PREFILL, 11, DecodeRate.of(500));

  private static final long WALL_NANOS = 60_000_000;

  private final SharedGpu gpu = new SharedGpu();
  private final ScriptedServer server = ScriptedServer.start(MODEL);
  private final OllamaClient client = new OllamaClient();

  @AfterEach
  void end() {
    client.close();
    server.close();
  }

  @Test
  void theTerminatorReportsWhatWasDueToTheNanosecond() {
    server.always(answer(ANSWER.cold(Duration.ofMillis(30)).promptTokens(7)));

    var first = ask(MODEL);
    var second = ask(MODEL);
    var other = ask(Model.named("qwen2.5"));

    assertThat(first.server().loadNanos()).hasValue(30_000_000);
    assertThat(first.server().promptEvalNanos()).hasValue(20_000_000);
    assertThat(first.server().promptEvalCount()).hasValue(7);
    assertThat(first.server().evalNanos()).hasValue(20_000_000);
    assertThat(first.server().evalCount()).hasValue(11);
    assertThat(first.server().totalNanos()).hasValue(70_000_000);
    assertThat(second.server().loadNanos()).isEmpty();
    assertThat(second.server().totalNanos()).hasValue(40_000_000);
    assertThat(other.server().loadNanos()).hasValue(30_000_000);
  }

  @Test
  void noTokenIsSentBeforeItIsDueAndTheTruthIsThereWhenTheAnswerIs() {
    server.always(answer(ANSWER));

    var trace = ask(MODEL);

    var played = server.played().getFirst();
    assertThat(played.request()).isEqualTo(server.prompts().getFirst());
    assertThat(played.course().arrived()).isEqualTo(played.request().received());
    assertThat(played.course().tokens()).hasSize(11);
    for (var i = 0; i < 11; i++) {
      assertThat(trace.chunks().get(i)).isGreaterThanOrEqualTo(played.course().tokens().get(i));
    }
    assertThat(played.late()).isPositive();
  }

  @Test
  void thoughtsComeFirstInTheirOwnFieldAndTokensCanShareALine() {
    server.always(answer(ANSWER.thinking(4).tokensPerLine(3)));

    var trace = ask(MODEL);

    assertThat(trace.thinking()).isEqualTo("word ".repeat(4));
    assertThat(trace.answer()).isEqualTo("word ".repeat(7));
    // 1 and 3 tokens thought, 3 and 3 and 1 said.
    assertThat(trace.chunks().size()).isEqualTo(5);
  }

  @Test
  void whoeverWaitsForTheServerSeesItAsQueue() {
    server.always(answer(ANSWER));

    List<Long> queues;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          List.of(
              CompletableFuture.supplyAsync(() -> ask(MODEL), threads),
              CompletableFuture.supplyAsync(() -> ask(MODEL), threads));
      queues = both.stream().map(call -> queue(call.join())).sorted().toList();
    }

    assertThat(queues.getFirst()).isZero();
    assertThat(queues.getLast()).isBetween(1L, WALL_NANOS);
  }

  @Test
  void anAnswerCanBreakOffAfterItsTokens() {
    server.always(Script.answer().generate(gpu.slot(), ANSWER).cut());

    var trace = ask(MODEL);

    assertThat(trace.failure()).map(CallFailure::kind).contains(FailureKind.TRUNCATED);
    assertThat(trace.answer()).isEqualTo("word ".repeat(11));
    assertThat(server.played()).hasSize(1);
  }

  @Test
  void aClientThatGoesLeavesTheServerToTheNext() throws Exception {
    var endless = Answer.of(PREFILL, 100_000, DecodeRate.of(100));
    var slot = gpu.slot();
    server
        .inOrder(Script.answer().generate(slot, endless).done())
        .always(Script.answer().generate(slot, ANSWER).done());
    var leaving = new CompletableFuture<CallTrace>();
    var thread = Thread.ofVirtual().start(() -> leaving.complete(ask(MODEL)));
    while (server.prompts().isEmpty()) {
      Thread.sleep(2);
    }

    thread.interrupt();
    var gone = leaving.get();
    var next = ask(MODEL);

    assertThat(gone.failure()).map(CallFailure::kind).contains(FailureKind.CANCELLED);
    assertThat(next.succeeded()).isTrue();
    assertThat(server.played()).hasSize(2);
    assertThat(server.played().getFirst().course().tokens()).hasSizeLessThan(100_000);
  }

  @Test
  void aForgetfulServerRemembersNothing() {
    server.always(answer(ANSWER)).forgetful();

    assertThat(ask(MODEL).succeeded()).isTrue();

    assertThat(server.requests()).isEmpty();
    assertThat(server.prompts()).isEmpty();
    assertThat(server.connections()).isEmpty();
    assertThat(server.played()).isEmpty();
  }

  @Test
  void thePlainScriptsTruthIsItsSchedule() {
    server.always(Script.answer(Duration.ofMillis(10), 3, Duration.ofMillis(5)));

    ask(MODEL);

    var course = server.played().getFirst().course();
    var from = course.arrived();
    assertThat(course.tokens())
        .containsExactly(from + 10_000_000, from + 15_000_000, from + 20_000_000);
  }

  @Test
  void theUsualEngineHasItsPublishedFigures() throws ExecutionException, InterruptedException {
    var usual = ScriptedEngine.usual(2);

    assertThat(usual.alone(0).wall()).isEqualTo(Duration.ofMillis(217));
    assertThat(usual.alone(1).wall()).isEqualTo(Duration.ofMillis(277));
    assertThat(usual.together().getFirst().wall()).isEqualTo(Duration.ofNanos(246_250_000));
    assertThat(usual.together().getLast().wall()).isEqualTo(Duration.ofNanos(306_250_000));
    try (var engine = ScriptedEngine.start(2, List.of(MODEL))) {
      assertThat(engine.endpoints()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void agentsThatQueueHaveOneServer() {
    var profile = Profile.onOneServer(3, ANSWER);

    try (var engine = ScriptedEngine.start(profile, List.of(MODEL))) {
      assertThat(engine.servers()).hasSize(1);
      assertThat(engine.endpoints())
          .hasSize(3)
          .containsOnly(engine.servers().getFirst().endpoint());
    }
    assertThatThrownBy(() -> new Profile(List.of(), false)).hasMessageContaining("at least one");
  }

  private Script answer(Answer answer) {
    return Script.answer().generate(gpu.slot(), answer).done();
  }

  private static long queue(CallTrace trace) {
    var server = trace.server();
    return server.totalNanos().orElseThrow()
        - server.promptEvalNanos().orElseThrow()
        - server.evalNanos().orElseThrow();
  }

  private CallTrace ask(Model model) {
    return client.generate(
        new LlmRequest(
            server.endpoint(),
            model,
            "prompt",
            Optional.empty(),
            GenerationOptions.SERVER_DEFAULTS,
            "prompt",
            "10m",
            Timeouts.STANDARD,
            System.nanoTime()));
  }
}
