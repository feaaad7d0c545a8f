package dev.tr116.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.CellConfiguration;
import dev.tr116.plan.Model;
import dev.tr116.results.KeptRun;
import dev.tr116.results.KeptRun.KeptAgent;
import dev.tr116.telemetry.ServerMemory;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.FallbackTaken;
import dev.tr116.trace.RunStatus;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsSectionTest {
  private static final long MS = 1_000_000;

  @TempDir private Path results;

  @Test
  void saysWhatWasLookedForAndNotFound() {
    assertThat(findings(page()))
        .contains("Looked for and not found: ")
        .contains(
            "cold loads",
            "reloads",
            "prompt-cache hits",
            "models partly on the CPU",
            "thinking",
            "queueing",
            "fallbacks",
            "failed calls",
            "preflight warnings");
  }

  @Test
  void tellsSlowedDecodingWithItsShareAndWhatToDo() {
    var page = page();
    var loss = CellView.of(page.stored().cells()).getFirst().loss().orElseThrow();

    assertThat(findings(page))
        .contains("agents slow each other down while they generate")
        .contains("decode " + Unit.PERCENT.number(loss.percent().byPhase().orElseThrow().decode()))
        .contains("more than 5 points of W")
        .contains("What to do: the agents share what generates");
  }

  @Test
  void tellsThatEfficiencyHidesContention() {
    assertThat(findings(page()))
        .contains("TR116&#39;s efficiency is far above the true one")
        .contains("% by TR116&#39;s rule, ");
  }

  @Test
  void tellsColdLoads() {
    var page = page().calls(call -> served(call, timings(call, 350 * MS, 0)));

    assertThat(findings(page))
        .contains("a measured call paid for loading the model")
        .contains("5 runs of 5, up to 350.0 ms")
        .contains("above 200 ms")
        .contains("runs are invalid");
  }

  @Test
  void tellsPromptsFromTheCache() {
    var page = page().calls(call -> served(call, timings(call, 0, 100)));

    assertThat(findings(page))
        .contains("a server answered prompts from its cache")
        .contains("10 of 20 calls, 1000 of their 1500 prompt tokens");
  }

  @Test
  void tellsQueues() {
    var page =
        page()
            .calls(
                call -> {
                  var server = call.server();
                  return served(
                      call,
                      new ServerTimings(
                          server.totalNanos(),
                          server.loadNanos(),
                          server.promptEvalCount(),
                          OptionalLong.empty(),
                          server.promptEvalNanos(),
                          server.evalCount(),
                          OptionalLong.of(server.evalNanos().getAsLong() - 100 * MS)));
                });

    assertThat(findings(page)).contains("requests wait in a server&#39;s queue", "queue ");
  }

  @Test
  void tellsThinking() {
    var page =
        page()
            .calls(
                call -> {
                  var at = call.stamps();
                  return new CallTrace(
                      call.stage(),
                      new Stamps(
                          at.intended(),
                          at.sent(),
                          at.headers(),
                          OptionalLong.of(at.firstContent().getAsLong() - 50 * MS),
                          at.firstContent(),
                          at.lastContent(),
                          at.done(),
                          at.closed()),
                      call.chunks(),
                      call.server(),
                      call.doneReason(),
                      call.answer(),
                      "let me see",
                      Optional.empty());
                });

    assertThat(findings(page)).contains("the model thinks before it answers", "10 of 10 calls");
  }

  @Test
  void tellsModelsPartlyOnTheCpu() {
    var page = page().kept(run -> with(run, memory(6, 4), Optional.empty()));

    assertThat(findings(page))
        .contains("a model does not fit into GPU memory")
        .contains("2.0 of 6.0 GiB on the CPU");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void tellsNothingOfModelsThatAreWhollyOnOneSide(int onGpu) {
    assertThat(findings(page().kept(run -> with(run, memory(6, onGpu), Optional.empty()))))
        .doesNotContain("does not fit into GPU memory");
  }

  @Test
  void tellsImbalance() {
    var page =
        page()
            .runs(
                run -> {
                  var slow = run.agents().getLast();
                  var end = slow.ended() + 900 * MS;
                  return new DualRun(
                      run.id(),
                      run.backend(),
                      run.startedAt(),
                      run.released(),
                      end,
                      List.of(
                          run.agents().getFirst(),
                          new AgentRun(
                              slow.role(),
                              slow.endpoint(),
                              slow.model(),
                              slow.options(),
                              slow.calls(),
                              slow.own(),
                              slow.started(),
                              end)),
                      run.solo(),
                      run.status());
                });

    assertThat(findings(page)).contains("agents that are done wait for the slowest", "imbalance ");
  }

  @Test
  void tellsFallbacks() {
    var page =
        page()
            .kept(
                run ->
                    with(
                        run,
                        ServerMemoryAround.UNKNOWN,
                        Optional.of(
                            new FallbackTaken(
                                new CellConfiguration(new Model("big:70b"), List.of()),
                                new CellConfiguration(new Model("small:1b"), List.of()),
                                List.of("model big:70b -> small:1b"),
                                List.of("out of memory")))));

    assertThat(findings(page))
        .contains("less was measured than was asked for")
        .contains("measured with small:1b instead of big:70b")
        .contains("out of memory");
  }

  @Test
  void tellsFailedCalls() {
    var page =
        page()
            .runs(
                run ->
                    run.id().number() > 1
                        ? run
                        : new DualRun(
                            run.id(),
                            run.backend(),
                            run.startedAt(),
                            run.released(),
                            run.ended(),
                            run.agents().stream().map(FindingsSectionTest::failed).toList(),
                            run.solo(),
                            RunStatus.FAILED));

    assertThat(findings(page)).contains("calls failed", "2 of 20 calls");
    assertThat(page.section("result")).contains("<strong>1</strong>\n run failed");
  }

  @Test
  void tellsWhatTheSessionNoted() {
    var page =
        page()
            .notes(
                Page.notes(
                    List.of("the clock jumps", "gemma3 was loaded anew"),
                    List.of("gemma3 was loaded anew"),
                    List.of("num_gpu")));

    var html = findings(page);

    assertThat(html)
        .contains("the preflight warned", "the clock jumps")
        .contains("a model was loaded anew while it was measured")
        .contains("options were left out", "num_gpu");
    assertThat(html.split("gemma3 was loaded anew", -1)).hasSize(2);
  }

  private Page page() {
    return Page.of(results, "tr116.scenarios", "chimera-homo");
  }

  private static String findings(Page page) {
    return page.section("findings");
  }

  private static CallTrace served(CallTrace call, ServerTimings server) {
    return new CallTrace(
        call.stage(),
        call.stamps(),
        call.chunks(),
        server,
        call.doneReason(),
        call.answer(),
        call.thinking(),
        call.failure());
  }

  private static ServerTimings timings(CallTrace call, long load, long cached) {
    var server = call.server();
    return new ServerTimings(
        OptionalLong.of(server.totalNanos().getAsLong() + load),
        OptionalLong.of(load),
        server.promptEvalCount(),
        cached == 0 ? OptionalLong.empty() : OptionalLong.of(cached),
        server.promptEvalNanos(),
        server.evalCount(),
        server.evalNanos());
  }

  private static AgentRun failed(AgentRun agent) {
    var call = agent.calls().getFirst();
    return new AgentRun(
        agent.role(),
        agent.endpoint(),
        agent.model(),
        agent.options(),
        List.of(
            new CallTrace(
                call.stage(),
                call.stamps(),
                call.chunks(),
                ServerTimings.UNKNOWN,
                Optional.empty(),
                "",
                "",
                Optional.of(
                    new CallFailure(
                        FailureKind.TRUNCATED, "the stream ended", OptionalInt.empty(), 10)))),
        agent.own(),
        agent.started(),
        agent.ended());
  }

  private static ServerMemoryAround memory(long gib, long vram) {
    var unit = 1024L * 1024 * 1024;
    var memory =
        new ServerMemory(
            List.of("gemma3:latest"), OptionalLong.of(gib * unit), OptionalLong.of(vram * unit));
    return new ServerMemoryAround(Optional.of(memory), Optional.of(memory));
  }

  private static KeptRun with(
      KeptRun run, ServerMemoryAround memory, Optional<FallbackTaken> fallback) {
    return new KeptRun(
        run.id(),
        run.definitions(),
        run.startedAt(),
        run.status(),
        run.backend(),
        run.agents().stream()
            .map(
                agent ->
                    new KeptAgent(
                        agent.role(),
                        agent.endpoint(),
                        agent.options(),
                        agent.sentOptions(),
                        agent.wall(),
                        agent.soloWall(),
                        agent.ttft(),
                        agent.decodeRate(),
                        memory))
            .toList(),
        run.figures(),
        run.environment(),
        run.fingerprint(),
        run.served(),
        fallback,
        run.record());
  }
}
