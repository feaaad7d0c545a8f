package dev.tr116.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.exec.Programs;
import dev.tr116.exec.Python3;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.Timeouts;
import dev.tr116.plan.TransportChoice;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every runtime keeps to, however it schedules and whatever carries its calls. */
@ParameterizedClass
@EnumSource(TransportChoice.class)
@Timeout(120)
class RuntimeContractTest {
  private static final long MS = 1_000_000;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG, LONG);
  private static final Script QUICK = Script.answer(Duration.ofMillis(20), 5, Duration.ofMillis(2));
  private static final Script STALLED = Script.answer().text("a").stall();
  private static final String JAVA =
      "{java} -XX:TieredStopAtLevel=1 -cp {classpath} dev.tr116.exec.JavaProgram ";

  private final ScriptedServer server = ScriptedServer.start().always(QUICK);
  private final ScriptedServer other = ScriptedServer.start().always(QUICK);
  @Parameter private TransportChoice transport;
  private OllamaClient client;
  private AgentRuntimes runtimes;
  private int promptsBefore;

  @BeforeEach
  void begin() {
    client = new OllamaClient(OllamaAccess.OPEN, transport);
    var program = JAVA + transport.word();
    runtimes = new AgentRuntimes(client, new Programs(Map.of("java", program)));
  }

  @AfterEach
  void end() {
    runtimes.close();
    client.close();
    server.close();
    other.close();
  }

  @EveryRuntime
  void releasesAllAgentsTogether(String name) {
    var runtime = warm(name);

    for (var n = 1; n <= 8; n++) {
      var agents = agents(1, times(n, server.endpoint()));
      var span = runtime.run(agents);

      var runs = outcomes(agents);
      assertThat(runs).hasSize(n).allMatch(AgentRun::succeeded);
      var sent = runs.stream().mapToLong(run -> call(run).stamps().sent().orElseThrow()).toArray();
      var skew = Arrays.stream(sent).max().orElseThrow() - Arrays.stream(sent).min().orElseThrow();
      assertThat(skew).as("ns between the first and the last of %d", n).isLessThan(500 * MS);
      assertThat(runs).allMatch(run -> call(run).stamps().intended() == span.released());
      assertThat(runs).allMatch(run -> run.started() >= span.released());
      assertThat(runs).allMatch(run -> run.ended() <= span.ended() && run.ended() > run.started());
      assertThat(span.interrupted()).isFalse();
    }
  }

  @EveryRuntime
  void keepsEachAgentsOwnWallTime(String name) {
    var runtime = warm(name);
    other.always(Script.answer(Duration.ofSeconds(2), 5, Duration.ofMillis(2)));
    var agents = agents(1, server.endpoint(), other.endpoint());

    var span = runtime.run(agents);

    var walls = outcomes(agents).stream().map(run -> run.ended() - run.started()).toList();
    assertThat(walls.getFirst()).as("28 ms by its script").isBetween(25 * MS, 1900 * MS);
    assertThat(walls.getLast()).isGreaterThan(2000 * MS);
    assertThat(span.ended() - span.released()).isGreaterThanOrEqualTo(walls.getLast());
  }

  @EveryRuntime
  void makesTheCallsOfAnAgentOneAfterTheOther(String name) {
    var runtime = warm(name);
    var agents = agents(2, server.endpoint(), other.endpoint());

    runtime.run(agents);

    for (var run : outcomes(agents)) {
      assertThat(run.calls()).extracting(CallTrace::stage).containsExactly("call-1", "call-2");
      assertThat(run.calls()).allMatch(CallTrace::succeeded);
      var first = run.calls().getFirst();
      var second = run.calls().getLast();
      assertThat(second.stamps().intended()).isGreaterThanOrEqualTo(first.stamps().closed());
      assertThat(second.stamps().sent().orElseThrow()).isGreaterThan(first.stamps().closed());
      assertThat(second.answer()).isEqualTo("word ".repeat(5));
      assertThat(second.chunks().size()).isEqualTo(5);
      assertThat(second.server().evalCount()).isPresent();
      assertThat(second.doneReason()).hasValue("stop");
    }
  }

  @EveryRuntime
  void endsTheOthersWhenOneFails(String name) {
    server.always(Script.answer().after(Duration.ofMillis(300)).text("a").error("out of memory"));
    other.always(STALLED);
    var runtime = named(name);
    var agents = agents(2, server.endpoint(), other.endpoint(), other.endpoint());

    var span = runtime.run(agents);

    assertThat(outcomes(agents))
        .extracting(run -> run.failure().orElseThrow().kind())
        .containsExactly(FailureKind.ERROR_LINE, FailureKind.CANCELLED, FailureKind.CANCELLED);
    assertThat(outcomes(agents)).allMatch(run -> run.calls().size() == 1);
    assertThat(outcomes(agents).get(1).answer()).as("what had arrived").isEqualTo("a");
    assertThat(outcomes(agents).getFirst().failure().orElseThrow().message())
        .contains("out of memory");
    assertThat(span.interrupted()).isFalse();
  }

  @EveryRuntime
  void endsEverythingWhenTheCallerIsInterrupted(String name) throws Exception {
    var runtime = warm(name);
    var before = threads();
    server.always(STALLED);
    other.always(STALLED);
    var agents = agents(1, server.endpoint(), other.endpoint());
    var interrupted = new CompletableFuture<Boolean>();
    var caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  var span = runtime.run(agents);
                  interrupted.complete(
                      span.interrupted() && Thread.currentThread().isInterrupted());
                });
    awaitPrompts(2);

    caller.interrupt();

    assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(outcomes(agents))
        .extracting(run -> run.failure().orElseThrow().kind())
        .containsOnly(FailureKind.CANCELLED);
    for (var connection : server.connections()) {
      assertThat(connection.awaitClosedByClient(LONG)).isTrue();
    }
    caller.join();
    awaitNoMoreThan(before);
  }

  @EveryRuntime
  void runsAgainAfterAnInterrupt(String name) throws InterruptedException {
    var runtime = warm(name);
    server.always(STALLED);
    var stopped = agents(1, server.endpoint());
    var caller = Thread.ofVirtual().start(() -> runtime.run(stopped));
    awaitPrompts(1);
    caller.interrupt();
    caller.join();
    server.always(QUICK);
    var agents = agents(1, server.endpoint());

    runtime.run(agents);

    assertThat(outcomes(agents)).allMatch(AgentRun::succeeded);
  }

  @EveryRuntime
  void leavesNoThreadWhenItIsClosed(String name) throws InterruptedException {
    var before = threads();
    warm(name);

    runtimes.close();
    client.close();

    awaitNoMoreThan(before);
  }

  @EveryRuntime
  void tellsACallThatRunsIntoATimeout(String name) {
    server.always(STALLED);
    var runtime = named(name);
    var agents =
        Sequence.agents(
            new Timeouts(LONG, LONG, Duration.ofMillis(200), LONG), 1, server.endpoint());

    var span = runtime.run(agents);

    assertThat(outcomes(agents).getFirst().failure().orElseThrow().kind())
        .isEqualTo(FailureKind.TIMEOUT_IDLE);
    assertThat(Duration.ofNanos(span.ended() - span.released()))
        .as("200 ms, not the timeout of the first token")
        .isLessThan(LONG.dividedBy(2));
  }

  /** What is asked of it first is no measurement: classes are loaded, a program is started. */
  private AgentRuntime warm(String name) {
    var runtime = named(name);
    var agents = agents(1, server.endpoint(), other.endpoint());
    runtime.run(agents);
    assertThat(outcomes(agents))
        .allSatisfy(run -> assertThat(run.failure()).isEmpty())
        .allMatch(AgentRun::succeeded);
    promptsBefore = server.prompts().size() + other.prompts().size();
    return runtime;
  }

  private void awaitPrompts(int count) throws InterruptedException {
    while (server.prompts().size() + other.prompts().size() < promptsBefore + count) {
      Thread.sleep(10);
    }
    Thread.sleep(100);
  }

  /** Threads that serve a process end a little after it. */
  private static void awaitNoMoreThan(Set<String> before) throws InterruptedException {
    var patience = System.nanoTime() + LONG.toNanos();
    while (!before.containsAll(threads()) && System.nanoTime() < patience) {
      Thread.sleep(20);
    }
    assertThat(threads()).isSubsetOf(before);
  }

  private AgentRuntime named(String name) {
    if (name.equals("exec:python")) {
      Python3.assumeInstalled();
    }
    return runtimes.named(name);
  }

  private static List<Agent> agents(int calls, URI... endpoints) {
    return Sequence.agents(PATIENT, calls, endpoints);
  }

  private static URI[] times(int count, URI endpoint) {
    return Stream.generate(() -> endpoint).limit(count).toArray(URI[]::new);
  }

  private static List<AgentRun> outcomes(List<Agent> agents) {
    return agents.stream().map(Agent::outcome).toList();
  }

  private static CallTrace call(AgentRun run) {
    return run.calls().getFirst();
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("tr116-"))
        .collect(Collectors.toSet());
  }
}
