package dev.tr116.metrics;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.OwnStage;
import dev.tr116.trace.Stamps;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
  /** Reads for 20 ms, then calls from 25 to 125 ms and from 130 to 330 ms. */
  private static final AgentRun REPORTER =
      agent(
          List.of(stage(Traces.call(100), 0, 25, 125), stage(Traces.call(200), 125, 130, 330)),
          List.of(new OwnStage("ingest", Traces.at(2), Traces.at(22))),
          335);

  @Test
  void tellsEachStageInTheOrderOfTime() {
    var agent = AgentMetrics.of(REPORTER, Optional.empty());

    assertThat(agent.stages())
        .extracting(stage -> stage.name() + " " + stage.start() + " " + stage.wall())
        .containsExactly("ingest 2.0 20.0", "stage 25.0 100.0", "stage 130.0 200.0");
    assertThat(agent.stage("ingest").orElseThrow().ttft()).isEmpty();
    assertThat(agent.stages().getLast().call()).contains(agent.calls().getLast());
    assertThat(agent.stage("sleep")).isEmpty();
    assertThat(agent.soloStages()).isEmpty();
  }

  @Test
  void ownWorkIsPartOfTheWallAndOfTheClientsTime() {
    var agent = AgentMetrics.of(REPORTER, Optional.empty());

    var phases = agent.phases().orElseThrow();
    var server = agent.calls().stream().mapToDouble(call -> call.total().orElseThrow()).sum();
    assertThat(agent.wall()).hasValue(335);
    assertThat(phases.sum()).isCloseTo(335, within(1e-9));
    assertThat(phases.client()).isCloseTo(335 - server, within(1e-9)).isGreaterThan(20);
  }

  @Test
  void tellsOwnWorkBeforeAnyCall() {
    var agent = agent(List.of(), List.of(new OwnStage("ingest", Traces.at(1), Traces.at(4))), 5);

    assertThat(StageMetrics.of(agent))
        .containsExactly(new StageMetrics("ingest", 1, 3, Optional.empty()));
  }

  @Test
  void everyCallCountsInTheTailOfTtft() {
    var agent = AgentMetrics.of(REPORTER, Optional.empty());

    assertThat(agent.ttfts()).hasSize(2);
    assertThat(agent.ttft().orElseThrow())
        .isCloseTo(
            agent.ttfts().stream().mapToDouble(ttft -> ttft.orElseThrow()).average().orElseThrow(),
            within(1e-9));
  }

  private static AgentRun agent(List<CallTrace> calls, List<OwnStage> own, double lasting) {
    var plain = Traces.agent(COLLECTOR, lasting, new Traces.CallBuilder[0]);
    return new AgentRun(
        plain.role(),
        plain.endpoint(),
        plain.model(),
        plain.options(),
        calls,
        own,
        plain.started(),
        plain.ended());
  }

  /** A call moved to its place in the agent's work. */
  private static CallTrace stage(
      Traces.CallBuilder call, double intended, double sent, double closed) {
    var plain = call.build();
    var shift = Traces.at(sent) - plain.stamps().sent().orElseThrow();
    var stamps = plain.stamps();
    return new CallTrace(
        "stage",
        new Stamps(
            Traces.at(intended),
            OptionalLong.of(Traces.at(sent)),
            moved(stamps.headers(), shift),
            moved(stamps.firstThinking(), shift),
            moved(stamps.firstContent(), shift),
            moved(stamps.lastContent(), shift),
            OptionalLong.of(Traces.at(closed)),
            Traces.at(closed)),
        plain.chunks(),
        plain.server(),
        plain.doneReason(),
        plain.answer(),
        plain.thinking(),
        plain.failure());
  }

  private static OptionalLong moved(OptionalLong stamp, long shift) {
    return stamp.isPresent() ? OptionalLong.of(stamp.getAsLong() + shift) : stamp;
  }
}
