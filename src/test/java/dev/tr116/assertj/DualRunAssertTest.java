package dev.tr116.assertj;

import static dev.tr116.assertj.AgentAssertions.assertThat;
import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DualRunAssertTest {
  private static final DualRun RUN =
      Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250).build();

  private static final String WHAT = "gemma3 · chimera-homo · run 2 on ollama 0.24.0";

  @Test
  void holdsForARunThatIsGoodEnough() {
    assertThat(RUN)
        .succeeded()
        .hasTrueSpeedupAbove(1.35)
        .hasConcurrencySpeedupAbove(1.75)
        .hasEfficiencyAbove(87.9)
        .hasSlowdownBelow(1.34)
        .hasTtftP95Below(Duration.ofMillis(101))
        .hasDecodeRateAbove(9)
        .isUncontended()
        .hasAnswerContaining(COLLECTOR, "answer");
  }

  @Test
  void tellsByHowMuchATrueSpeedupMisses() {
    fails(
        () -> assertThat(RUN).hasTrueSpeedupAbove(1.7),
        """

        Expecting true_speedup of
          %s
        to be above
          1.700 x
        but it was
          1.360 x (-20.0 %%)""");
  }

  @Test
  void tellsByHowMuchTr116sSpeedupMisses() {
    fails(
        () -> assertThat(RUN).hasConcurrencySpeedupAbove(1.76),
        """

        Expecting concurrency_speedup of
          %s
        to be above
          1.760 x
        but it was
          1.760 x (+0.0 %%)""");
  }

  @Test
  void tellsByHowMuchAnEfficiencyMisses() {
    fails(
        () -> assertThat(RUN).hasEfficiencyAbove(110),
        """

        Expecting efficiency_percent of
          %s
        to be above
          110.000 %%
        but it was
          88.000 %% (-20.0 %%)""");
  }

  @Test
  void tellsWhichAgentIsSlowedDown() {
    fails(
        () -> assertThat(RUN).hasSlowdownBelow(1.3),
        """

        Expecting slowdown of insight of
          %s
        to be below
          1.300 x
        but it was
          1.333 x (+2.6 %%)""");
  }

  @Test
  void tellsByHowMuchATtftMisses() {
    fails(
        () -> assertThat(RUN).hasTtftP95Below(Duration.ofMillis(80)),
        """

        Expecting the slowest ttft of 2 calls (a p95 needs 59) of
          %s
        to be below
          80.000 ms
        but it was
          100.000 ms (+25.0 %%)""");
  }

  @Test
  void tellsNoShareOfALimitOfZero() {
    fails(
        () -> assertThat(RUN).hasTtftP95Below(Duration.ZERO),
        """

        Expecting the slowest ttft of 2 calls (a p95 needs 59) of
          %s
        to be below
          0.000 ms
        but it was
          100.000 ms""");
  }

  @Test
  void tellsWhichAgentDecodesTooSlowly() {
    fails(
        () -> assertThat(RUN).hasDecodeRateAbove(10),
        """

        Expecting decode_rate of insight of
          %s
        to be above
          10.000 tok/s
        but it was
          9.091 tok/s (-9.1 %%)""");
  }

  @Test
  void tellsEachReasonForContention() {
    var run =
        Traces.run(2)
            .agents(
                Traces.agent(COLLECTOR, 4000, Traces.call().content(3500, 4000)),
                Traces.agent(INSIGHT, 4000))
            .wall(8000)
            .build();

    fails(
        () -> assertThat(run).isUncontended(),
        """

        Expecting
          %s
        to be uncontended, but
          ttft of collector is 3500 ms, above 3000 ms
          concurrency_speedup is 1.000, below 1.50""");
  }

  @Test
  void tellsWhatWasAnsweredInstead() {
    fails(
        () -> assertThat(RUN).hasAnswerContaining(INSIGHT, "100 %"),
        """

        Expecting the answer of insight
          an answer
        to contain
          100 %%""");
  }

  @Test
  void tellsWhichAgentsThereAre() {
    fails(
        () -> assertThat(RUN).hasAnswerContaining(new AgentRole("critic"), "x"),
        "no agent plays critic; there are [collector, insight]");
  }

  @Test
  void saysHowToGetASoloBaseline() {
    var run = Traces.run(2).solo().build();

    fails(
        () -> assertThat(run).hasTrueSpeedupAbove(1),
        """

        Expecting true_speedup of
          %s
        to be measured, but it is not: no solo baseline was measured; run with tr116.solo=every or once""");
    fails(
        () -> assertThat(run).hasSlowdownBelow(2),
        """

        Expecting slowdown of collector of
          %s
        to be measured, but it is not: no solo baseline was measured; run with tr116.solo=every or once""");
  }

  @Test
  void saysWhyThereIsNoDecodeRate() {
    var run =
        Traces.run(2)
            .agents(
                Traces.agent(COLLECTOR, 1000, Traces.call(1000).noTokenCount()),
                Traces.agent(INSIGHT, 1000))
            .build();

    fails(
        () -> assertThat(run).hasDecodeRateAbove(1),
        """

        Expecting decode_rate of collector of
          %s
        to be measured, but it is not: the server did not tell eval_count, or the call failed""");
  }

  @Test
  void saysWhyARunFailed() {
    var run = Traces.run(2).failed(500, "100 % broken").build();

    fails(
        () -> assertThat(run).succeeded(),
        "Run failed: collector HTTP_STATUS 500: 100 %% broken;"
            + " insight CANCELLED: ended with the other agent");
  }

  @Test
  void saysThatARunWasInterrupted() {
    var run = Traces.run(2).build(RunStatus.INTERRUPTED);

    fails(() -> assertThat(run).succeeded(), "Run failed: interrupted or never begun");
  }

  @TestFactory
  Stream<DynamicTest> blamesTheFailureWhateverIsAskedOfAFailedRun() {
    var run = Traces.run(2).failed(500, "broken").build();
    return Stream.of(
            () -> assertThat(run).hasTrueSpeedupAbove(0),
            () -> assertThat(run).hasConcurrencySpeedupAbove(0),
            () -> assertThat(run).hasEfficiencyAbove(0),
            () -> assertThat(run).hasSlowdownBelow(9),
            () -> assertThat(run).hasTtftP95Below(Duration.ofDays(1)),
            (Runnable) () -> assertThat(run).isUncontended())
        .map(
            question ->
                DynamicTest.dynamicTest(
                    "failed run",
                    () ->
                        assertThatThrownBy(question::run)
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining("to be measured, but it is not: ")
                            .hasMessageContaining("collector HTTP_STATUS 500: broken")));
  }

  @Test
  void blamesTheFailureOfAnAgentAlone() {
    var run =
        Traces.run(2)
            .solo(
                Traces.agent(
                    COLLECTOR, 9, Traces.call().failed(FailureKind.CONNECT, "nobody there")),
                Traces.agent(INSIGHT, 900))
            .build();

    fails(
        () -> assertThat(run).hasTrueSpeedupAbove(1),
        """

        Expecting true_speedup of
          %s
        to be measured, but it is not: collector CONNECT: nobody there""");
    assertThat(run).hasConcurrencySpeedupAbove(1);
  }

  @Test
  void keepsWhatTheUserCallsIt() {
    var thrown = catchThrowable(() -> assertThat(RUN).as("after lunch").hasTrueSpeedupAbove(9));

    assertThat(thrown).hasMessageStartingWith("[after lunch] ");
  }

  private static void fails(Runnable assertion, String message) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(message.formatted(WHAT).replace("\n", System.lineSeparator()));
  }
}
