package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.LlmClient;
import dev.tr116.metrics.AgentMetrics;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of the table, for either agent and for both. The runs go side by side, each with
 * servers and a client of its own; the tests look at what became of them.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class PlayedFaults {
  static final Duration MARGIN = Duration.ofSeconds(20);

  private final List<Case> cases = new ArrayList<>();
  private ExecutorService runs;
  private DualRunMetrics healthy;
  private List<String> threadsBefore;

  /** A fault that is played for that side. */
  record Case(Fault fault, Side side, Future<FaultyRun> future) {
    boolean isPossible() {
      return !fault.name().equals(PaceFaults.IPV6) || RawPeer.hasIpv6();
    }

    FaultyRun run() throws Exception {
      return future.get();
    }

    @Override
    public String toString() {
      return fault + ", " + side.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The rows. */
  abstract List<Fault> faults();

  /** A client of the kind that they are for. */
  abstract LlmClient client();

  /** What carries its calls; each row ends in the same way, whatever it is. */
  TransportChoice transport() {
    return TransportChoice.JDK;
  }

  /** Whom each is played for. */
  Set<Side> sides() {
    return EnumSet.allOf(Side.class);
  }

  /** How many runs go side by side. */
  int atOnce() {
    return 12;
  }

  /** How much longer than its timeouts a run may take where many share a core. */
  Duration margin() {
    return MARGIN;
  }

  /** Lets go of what was played. */
  final void forget() {
    cases.clear();
  }

  @BeforeAll
  void begin() {
    healthy = DualRunMetrics.of(FaultyRun.healthy(this::client));
    threadsBefore = clientThreads();
    runs = Executors.newFixedThreadPool(atOnce());
    for (var fault : faults()) {
      for (var side : sides()) {
        cases.add(
            new Case(fault, side, runs.submit(() -> FaultyRun.of(fault, side, this::client))));
      }
    }
  }

  @AfterAll
  void end() {
    runs.shutdownNow();
    runs.close();
  }

  private List<Case> cases() {
    return cases;
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("cases")
  void endsAsTheTableSays(Case each) throws Exception {
    Assumptions.assumeTrue(each.isPossible(), "this machine has no IPv6");
    var faulty = each.run();
    var metrics = DualRunMetrics.of(faulty.run());

    assertThat(faulty.wall()).isLessThan(margin());
    assertThat(faulty.brokenClosed()).as("a broken answer closes its connection").isTrue();
    assertThat(faulty.allClosed()).as("no connection is left").isTrue();
    switch (each.fault().ending()) {
      case Ending.Fails(var kind) -> {
        fails(each, faulty, kind);
        isNotAveraged(metrics);
      }
      case Ending.Succeeds() -> {
        assertThat(faulty.run().agents()).allSatisfy(PlayedFaults::isWhole);
        assertThat(faulty.run().status()).isEqualTo(RunStatus.OK);
        assertThat(metrics.doubts()).isEmpty();
        for (var agent : faulty.hit(each.side())) {
          each.fault().figures().accept(metrics.agent(agent.role()).orElseThrow());
        }
      }
      case Ending.Doubted() -> {
        assertThat(faulty.run().agents()).allSatisfy(PlayedFaults::isWhole);
        assertThat(metrics.doubts())
            .hasSameSizeAs(faulty.hit(each.side()))
            .allSatisfy(
                doubt ->
                    assertThat(doubt)
                        .contains(each.fault().says())
                        .contains(each.fault().advice()));
        entersNoFigure(metrics);
      }
    }
  }

  private static void fails(Case each, FaultyRun faulty, FailureKind kind) {
    assertThat(faulty.run().status()).isEqualTo(RunStatus.FAILED);
    var failures =
        faulty.hit(each.side()).stream()
            .flatMap(agent -> agent.failure().stream())
            .filter(failure -> failure.kind() != FailureKind.CANCELLED)
            .toList();
    assertThat(failures)
        .isNotEmpty()
        .allSatisfy(
            failure -> {
              assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
              assertThat(each.fault().says())
                  .as(failure.message())
                  .allMatch(failure.message()::contains);
              assertThat(failure.message())
                  .contains(each.fault().advice())
                  .matches("[^\\p{Cntrl}]*");
            });
    assertThat(faulty.hit(each.side())).allSatisfy(PlayedFaults::keepsWhatItHad);
    if (FaultyRun.otherIsSlow(each.fault(), each.side())) {
      assertThat(faulty.other(each.side())).hasValueSatisfying(PlayedFaults::wasBrokenOff);
    } else {
      assertThat(faulty.other(each.side()).stream()).allSatisfy(PlayedFaults::isHealthy);
    }
  }

  /** A failed call has what had arrived, and nothing of a last line that never came. */
  private static void keepsWhatItHad(AgentRun agent) {
    assertThat(agent.succeeded()).isFalse();
    if (agent.calls().isEmpty()) {
      // The other one failed before this one began.
      return;
    }
    var call = agent.calls().getFirst();
    assertThat(call.answer().length())
        .isEqualTo(call.failure().map(CallFailure::charsReceived).orElseThrow());
    assertThat(call.doneReason()).isEmpty();
    assertThat(call.stamps().done()).isEmpty();
    assertThat(call.server().evalCount()).isEmpty();
  }

  private static void wasBrokenOff(AgentRun other) {
    assertThat(other.calls()).hasSize(1);
    assertThat(other.failure().map(CallFailure::kind)).contains(FailureKind.CANCELLED);
    assertThat(other.failure().map(CallFailure::message).orElseThrow())
        .contains("another agent failed");
    var call = other.calls().getFirst();
    assertThat(call.answer()).isEqualTo(FaultyRun.LONG.repeat(call.chunks().size()));
    keepsWhatItHad(other);
  }

  private static void isHealthy(AgentRun other) {
    isWhole(other);
    assertThat(other.answer()).isEqualTo(FaultyRun.HEALTHY);
    assertThat(other.calls().getFirst().server().evalCount()).hasValue(3);
    assertThat(other.calls().getFirst().chunks().size()).isEqualTo(3);
  }

  private static void isWhole(AgentRun agent) {
    assertThat(agent.failure()).isEmpty();
    assertThat(agent.succeeded()).isTrue();
    assertThat(agent.calls()).hasSize(1).allMatch(CallTrace::succeeded);
    assertThat(agent.calls().getFirst().stamps().done()).isPresent();
  }

  private void isNotAveraged(DualRunMetrics metrics) {
    assertThat(metrics.succeeded()).isFalse();
    assertThat(
            Stream.<Function<DualRunMetrics, OptionalDouble>>of(
                    DualRunMetrics::concurrentWall,
                    DualRunMetrics::concurrencySpeedup,
                    DualRunMetrics::efficiencyPercent,
                    DualRunMetrics::throughputDelta,
                    DualRunMetrics::ttftDelta)
                .map(figure -> figure.apply(metrics)))
        .allMatch(OptionalDouble::isEmpty);
    assertThat(metrics.agents())
        .filteredOn(agent -> agent.calls().stream().anyMatch(call -> !call.succeeded()))
        .isNotEmpty()
        .allSatisfy(PlayedFaults::hasNoFigure);
    var cell = entersNoFigure(metrics);
    assertThat(cell.errors().orElseThrow().count()).isBetween(1L, 2L);
    assertThat(cell.countedCalls())
        .noneMatch(
            call -> call.failure().filter(f -> f.kind() == FailureKind.CANCELLED).isPresent());
  }

  private static void hasNoFigure(AgentMetrics agent) {
    assertThat(Stream.of(agent.wall(), agent.ttft(), agent.throughput(), agent.decodeRate()))
        .allMatch(OptionalDouble::isEmpty);
  }

  private CellMetrics entersNoFigure(DualRunMetrics metrics) {
    var cell = new CellMetrics(metrics.id().cell(), List.of(healthy, metrics));
    var alone = new CellMetrics(metrics.id().cell(), List.of(healthy));
    assertThat(cell.measured()).containsExactly(healthy);
    assertThat(cell.ttfts()).isEqualTo(alone.ttfts());
    assertThat(cell.over(DualRunMetrics::efficiencyPercent))
        .isEqualTo(alone.over(DualRunMetrics::efficiencyPercent));
    assertThat(cell.leftOut()).containsOnlyKeys(metrics.id());
    return cell;
  }

  @Order(2)
  @Test
  void leaveNoThreadBehind() throws Exception {
    for (var each : cases) {
      if (each.isPossible()) {
        each.run();
      }
    }
    var patience = System.nanoTime() + MARGIN.toNanos();
    while (clientThreads().size() > threadsBefore.size() && System.nanoTime() < patience) {
      Thread.sleep(20);
    }

    assertThat(clientThreads()).hasSizeLessThanOrEqualTo(threadsBefore.size());
  }

  @Test
  void areToldApart() {
    assertThat(faults()).extracting(Fault::toString).doesNotHaveDuplicates();
  }

  private static List<String> clientThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("HttpClient-") || name.startsWith("tr116-"))
        .toList();
  }
}
