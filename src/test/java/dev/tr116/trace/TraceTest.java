package dev.tr116.trace;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.Traces;
import dev.tr116.plan.AgentRole;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TraceTest {
  @Test
  void keepsChunkTimesApartFromTheArrayTheyCameFrom() {
    var growing = new long[] {10, 30, 60, 0, 0};
    var times = ChunkTimes.of(growing, 3);

    growing[1] = 99;

    assertThat(times.stream()).containsExactly(10L, 30L, 60L);
    assertThat(times.gaps()).containsExactly(20L, 30L);
    assertThat(times.size()).isEqualTo(3);
    assertThat(times.get(2)).isEqualTo(60);
  }

  @Test
  void hasNoGapsBelowTwoChunks() {
    assertThat(ChunkTimes.NONE.gaps()).isEmpty();
    assertThat(ChunkTimes.of(new long[] {5}, 1).gaps()).isEmpty();
  }

  @Test
  void comparesChunkTimesByValue() {
    var times = ChunkTimes.of(new long[] {1, 2}, 2);

    assertThat(times).isEqualTo(ChunkTimes.of(new long[] {1, 2, 3}, 2)).hasToString("2 chunks");
    assertThat(times).hasSameHashCodeAs(ChunkTimes.of(new long[] {1, 2}, 2));
    assertThat(times).isNotEqualTo(ChunkTimes.NONE).isNotEqualTo("2 chunks");
  }

  @Test
  void callsAnAgentSuccessfulWhenEachOfItsCallsIs() {
    var failed = Traces.call().failed(FailureKind.TRUNCATED, "cut off");

    assertThat(Traces.agent(COLLECTOR, 1, Traces.call(), Traces.call()).succeeded()).isTrue();
    assertThat(Traces.agent(COLLECTOR, 1, Traces.call(), failed).succeeded()).isFalse();
    assertThat(Traces.agent(COLLECTOR, 1, new Traces.CallBuilder[0]).succeeded()).isFalse();
  }

  @Test
  void tellsTheFirstFailureAndEverythingAnswered() {
    var agent =
        Traces.agent(
            COLLECTOR,
            1,
            Traces.call().answer("one"),
            Traces.call().answer("tw").failed(FailureKind.TRUNCATED, "cut off"),
            Traces.call().answer("").failed(FailureKind.CANCELLED, "ended"));

    assertThat(agent.failure()).map(CallFailure::kind).contains(FailureKind.TRUNCATED);
    assertThat(agent.failure()).map(CallFailure::charsReceived).contains(2);
    assertThat(agent.answer()).isEqualTo("# prompt\n\none\n\n# prompt\n\ntw\n\n# prompt\n\n\n");
    assertThat(Traces.agent(COLLECTOR, 1, Traces.call().answer("# A\n")).answer())
        .isEqualTo("# A\n");
  }

  @Test
  void findsAnAgentByItsRole() {
    var run = Traces.run(1).build();

    assertThat(run.agent(INSIGHT).role()).isEqualTo(INSIGHT);
    assertThatThrownBy(() -> run.agent(new AgentRole("critic")))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no agent plays critic; there are [collector, insight]");
  }

  @Test
  void succeedsOnlyWhenItsStatusSaysSo() {
    assertThat(Traces.run(1).build().succeeded()).isTrue();
    assertThat(Traces.run(1).failed(500, "broken").build().succeeded()).isFalse();
    assertThat(Traces.run(1).build(RunStatus.INTERRUPTED).succeeded()).isFalse();
    assertThat(RunStatus.INTERRUPTED.word()).isEqualTo("interrupted");
  }
}
