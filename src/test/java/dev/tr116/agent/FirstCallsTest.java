package dev.tr116.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tr116.exec.Programs;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done before the barrier, and what after it. */
@Timeout(60)
class FirstCallsTest {
  private final ScriptedServer server =
      ScriptedServer.start().always(Script.answer(Duration.ZERO, 3, Duration.ZERO));
  private final OllamaClient client = new OllamaClient();
  private final AgentRuntimes runtimes = new AgentRuntimes(client, new Programs(Map.of()));

  @AfterEach
  void end() {
    runtimes.close();
    client.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"structured", "platform", "async", "event-loop"})
  void aPromptIsWrittenBeforeTheBarrier(String runtime) {
    var written = new AtomicLong();
    var agent = agent(new Written(false, () -> now(written)));

    var span = runtimes.named(runtime).run(List.of(agent));

    assertThat(agent.outcome()).matches(AgentRun::succeeded);
    assertThat(agent.outcome().calls()).hasSize(1);
    assertThat(written.get()).isPositive().isLessThanOrEqualTo(span.released());
    assertThat(agent.outcome().calls().getFirst().stamps().intended()).isEqualTo(span.released());
  }

  @ParameterizedTest
  @ValueSource(strings = {"structured", "platform", "async", "event-loop"})
  void workOfItsOwnIsDoneAfterIt(String runtime) {
    var written = new AtomicLong();
    var agent = agent(new Written(true, () -> now(written)));

    var span = runtimes.named(runtime).run(List.of(agent));

    assertThat(agent.outcome()).matches(AgentRun::succeeded);
    assertThat(written.get()).isBetween(span.released(), span.ended());
  }

  @ParameterizedTest
  @ValueSource(strings = {"structured", "platform", "async", "event-loop"})
  void aWorkloadThatBreaksIsToldAndLeavesTheRuntimeWhole(String name) {
    var runtime = runtimes.named(name);
    for (var ownWork : new boolean[] {false, true}) {
      var broken = agent(new Written(ownWork, FirstCallsTest::fail));

      assertThatIllegalStateException()
          .isThrownBy(() -> runtime.run(List.of(broken)))
          .withMessage("an agent broke instead of reporting")
          .havingRootCause()
          .withMessage("no prompt today");
    }

    var whole = agent(new Written(false, System::nanoTime));
    runtime.run(List.of(whole));
    assertThat(whole.outcome()).matches(AgentRun::succeeded);
  }

  private static long now(AtomicLong written) {
    written.set(System.nanoTime());
    return written.get();
  }

  private static long fail() {
    throw new UnsupportedOperationException("no prompt today");
  }

  private Agent agent(Workload workload) {
    return new Agent(
        new Agent.Orders(
            new AgentRole("agent-1"),
            server.endpoint(),
            Model.named("gemma3"),
            GenerationOptions.SERVER_DEFAULTS,
            GenerationOptions.SERVER_DEFAULTS,
            workload,
            call -> "",
            "10m",
            Timeouts.STANDARD));
  }

  /** One call, whose prompt is the time at which it was written. */
  private record Written(boolean ownWork, LongSupplier clock) implements Workload {
    @Override
    public String name() {
      return "written";
    }

    @Override
    public boolean beginsWithOwnWork(AgentRole role) {
      return ownWork;
    }

    @Override
    public Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls) {
      return calls.isEmpty()
          ? Optional.of(new Ask(name(), String.valueOf(clock.getAsLong())))
          : Optional.empty();
    }
  }
}
