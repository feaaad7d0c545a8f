package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** TTFT is 100 ms and decoding takes 700 ms at least in the run of {@link Traces#run}. */
class DoubtsTest {
  @Test
  void areNoneAboutARunOfAGoodInstrument() {
    assertThat(of(Traces.run(1), instrument(4999, 34_999, 149)).isValid()).isTrue();
    assertThat(DualRunMetrics.of(Traces.run(1).build()).isValid()).isTrue();
  }

  @Test
  void ariseFromAnErrorAboveFivePercentOfATtft() {
    assertThat(of(Traces.run(1), instrument(5001, 0, 0)).doubts())
        .containsExactly(
            "the client's error of a TTFT is 5.00 ms, 5.0 % of the shortest TTFT of collector; at"
                + " most 5 % can be trusted",
            "the client's error of a TTFT is 5.00 ms, 5.0 % of the shortest TTFT of insight; at"
                + " most 5 % can be trusted");
  }

  @Test
  void ariseFromAnErrorAboveFivePercentOfDecoding() {
    assertThat(of(Traces.run(1), instrument(0, 36_000, 0)).doubts())
        .containsExactly(
            "the client's error between two chunks is 36.00 ms, 5.1 % of the shortest decoding of"
                + " collector; at most 5 % can be trusted");
  }

  @Test
  void addedFromOutsideStandBehindTheOthersOnce() {
    var doubted = of(Traces.run(1), instrument(0, 36_000, 0)).doubting(List.of("a", "b", "a"));

    assertThat(doubted.isValid()).isFalse();
    assertThat(doubted.doubts()).hasSize(3).endsWith("a", "b");
    assertThat(doubted.doubting(List.of())).isSameAs(doubted);
  }

  @Test
  void ariseFromAJvmThatStoodStill() {
    assertThat(of(Traces.run(1), instrument(0, 0, 151)).doubts())
        .containsExactly(
            "the JVM stood still for 151.0 ms to collect garbage, 5.0 % of the block; at most 5 %"
                + " can be trusted");
  }

  @Test
  void ariseFromACallThatPaidForALoad() {
    var cold = Traces.call(1000).server(990, 201, 90, 600);

    assertThat(
            DualRunMetrics.of(
                    Traces.run(1)
                        .agents(
                            Traces.agent(AgentRole.COLLECTOR, 1000, cold),
                            Traces.agent(AgentRole.INSIGHT, 1200))
                        .build())
                .doubts())
        .singleElement()
        .asString()
        .startsWith("collector was cold: its server loaded the model for 201 ms");
    assertThat(
            DualRunMetrics.of(
                    Traces.run(1)
                        .solo(
                            Traces.agent(AgentRole.COLLECTOR, 1000, cold),
                            Traces.agent(AgentRole.INSIGHT, 1200))
                        .build())
                .doubts())
        .singleElement()
        .asString()
        .startsWith("collector alone was cold");
  }

  @Test
  void ariseFromAgentsThatStartedApart() {
    var late = Traces.agent(AgentRole.INSIGHT, 1200, Traces.call(1200).sent(61));

    var run = Traces.run(1).agents(Traces.agent(AgentRole.COLLECTOR, 1000), late);

    assertThat(of(run, instrument(0, 0, 0)).doubts())
        .containsExactly(
            "the agents started 61.0 ms apart, 5.0 % of the run; at most 5 % can be trusted");
  }

  @Test
  void ariseFromAServerThatReportsMoreTimeThanItsCallTook() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(
                    AgentRole.COLLECTOR, 1000, Traces.call(1000).server(1051, 10, 90, 900)),
                Traces.agent(AgentRole.INSIGHT, 1000, Traces.call(1000).server(900, 45, 100, 801)));

    assertThat(DualRunMetrics.of(run.build()).doubts())
        .containsExactly(
            "the server of collector reports 1051 ms of work in a call of 1000 ms, which cannot be:"
                + " its clock or what stands in between is at fault, see the server's log",
            "the server of insight reports 946 ms of work in its phases and 900 ms in all, which"
                + " cannot be: its clock or what stands in between is at fault, see the server's"
                + " log");
  }

  @Test
  void ariseFromMoreTokensThanAnyServerGenerates() {
    var most = Traces.call(1000).tokens(1_001_000);
    var more = Traces.call(1000).tokens(1_001_001);
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(AgentRole.COLLECTOR, 1000, most),
                Traces.agent(AgentRole.INSIGHT, 1000, more));

    assertThat(DualRunMetrics.of(run.build()).doubts())
        .containsExactly(
            "the server of insight reports 1001001 tokens in a call of 1000 ms, which cannot be:"
                + " its count or what stands in between is at fault, see the server's log");
  }

  @Test
  void letTheClocksOfServerAndClientDifferByFivePercent() {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(
                    AgentRole.COLLECTOR, 1000, Traces.call(1000).server(1049, 10, 90, 900)),
                Traces.agent(AgentRole.INSIGHT, 1000, Traces.call(1000).server(900, 45, 100, 799)));

    assertThat(DualRunMetrics.of(run.build()).doubts()).isEmpty();
  }

  @Test
  void areOnlyAboutColdCallsWhereTheInstrumentIsNotCalibrated() {
    var late =
        Traces.agent(AgentRole.INSIGHT, 1200, Traces.call(1200).sent(600).server(590, 10, 90, 490));
    var run = Traces.run(1).agents(Traces.agent(AgentRole.COLLECTOR, 1000), late);
    var uncalibrated = new Instrument(Optional.empty(), 3000, 1000, OptionalDouble.empty());

    assertThat(of(run, uncalibrated).doubts()).isEmpty();
    assertThat(DualRunMetrics.of(run.build()).doubts()).isEmpty();
  }

  @Test
  void keepTheRunOutOfTheCellsFigures() {
    var good = DualRunMetrics.of(Traces.run(1).build());
    var bad = of(Traces.run(2).beside(500, 600), instrument(0, 0, 1000));

    var cell = new CellMetrics(Traces.CELL, List.of(good, bad));

    assertThat(bad.concurrentWall()).as("its own figures are kept").isPresent();
    assertThat(cell.measured()).containsExactly(good);
  }

  private static DualRunMetrics of(Traces.RunBuilder run, Instrument instrument) {
    return DualRunMetrics.of(run.build(), Optional.of(instrument));
  }

  private static Instrument instrument(double ttftMicros, double chunkMicros, double pauseMillis) {
    return new Instrument(
        Optional.of(
            new Calibration(
                2,
                300,
                new Calibration.Errors(ttftMicros, OptionalDouble.empty()),
                new Calibration.Errors(chunkMicros, OptionalDouble.empty()))),
        3000,
        pauseMillis,
        OptionalDouble.empty());
  }
}
