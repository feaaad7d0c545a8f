package dev.tr116.report;

import static dev.tr116.report.PhaseKind.CLIENT;
import static dev.tr116.report.PhaseKind.DECODE;
import static dev.tr116.report.PhaseKind.LOAD;
import static dev.tr116.report.PhaseKind.PREFILL;
import static dev.tr116.report.PhaseKind.QUEUE;
import static dev.tr116.report.PhaseKind.TO_FIRST_TOKEN;
import static dev.tr116.report.SampleRun.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PhasesTest {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  @Test
  void serversWorkEndsWithTheFirstTokenAndTheRestIsTheClients() {
    var call = call(10, 1_000, 4_000, server(ms(3_600), ms(200), ms(300), ms(3_000)));

    assertThat(Phases.of(call))
        .containsExactly(
            new Phase(CLIENT, at(10), at(400)),
            new Phase(LOAD, at(400), at(600)),
            new Phase(QUEUE, at(600), at(700)),
            new Phase(PREFILL, at(700), at(1_000)),
            new Phase(DECODE, at(1_000), at(4_000)));
  }

  @Test
  void withoutTheServersTotalTheRestIsNobodys() {
    var call = call(0, 1_000, 4_000, server(UNKNOWN, ms(200), ms(300), ms(3_000)));

    assertThat(Phases.of(call))
        .containsExactly(
            new Phase(TO_FIRST_TOKEN, at(0), at(500)),
            new Phase(LOAD, at(500), at(700)),
            new Phase(PREFILL, at(700), at(1_000)),
            new Phase(DECODE, at(1_000), at(4_000)));
  }

  @Test
  void aSilentServerLeavesOneWait() {
    var call = call(5, 1_000, 4_000, ServerTimings.UNKNOWN);

    assertThat(Phases.of(call))
        .containsExactly(
            new Phase(TO_FIRST_TOKEN, at(5), at(1_000)), new Phase(DECODE, at(1_000), at(4_000)));
  }

  @Test
  void absentIsNotZeroForTheQueue() {
    var call = call(0, 1_000, 4_000, server(ms(4_000), UNKNOWN, ms(300), ms(3_000)));

    assertThat(Phases.of(call)).extracting(Phase::kind).doesNotContain(QUEUE, LOAD, CLIENT);
  }

  @Test
  void claimsBeyondTheWaitAreCutQueueFirstThenLoad() {
    var queueCut = call(0, 1_000, 4_000, server(ms(9_000), ms(600), ms(300), ms(3_000)));
    var loadCut = call(0, 1_000, 4_000, server(ms(9_000), ms(900), ms(300), ms(3_000)));
    var prefillCut = call(0, 1_000, 4_000, server(ms(9_000), ms(900), ms(3_000), ms(3_000)));

    assertThat(Phases.of(queueCut))
        .startsWith(
            new Phase(LOAD, at(0), at(600)),
            new Phase(QUEUE, at(600), at(700)),
            new Phase(PREFILL, at(700), at(1_000)));
    assertThat(Phases.of(loadCut))
        .startsWith(new Phase(LOAD, at(0), at(700)), new Phase(PREFILL, at(700), at(1_000)));
    assertThat(Phases.of(prefillCut)).startsWith(new Phase(PREFILL, at(0), at(1_000)));
  }

  @Test
  void aServerThatCountsLessThanItsPartsHasNoQueue() {
    var call = call(0, 1_000, 4_000, server(ms(100), ms(200), ms(300), ms(3_000)));

    assertThat(Phases.of(call))
        .extracting(Phase::kind)
        .containsExactly(CLIENT, LOAD, PREFILL, DECODE);
  }

  @Test
  void phasesNeverOverlapAndSpanFromSentToTheLastToken() {
    var call = call(3, 700, 900, server(ms(1_234), ms(77), ms(501), ms(190)));

    var phases = Phases.of(call);

    assertThat(phases.getFirst().from()).isEqualTo(at(3));
    assertThat(phases.getLast().to()).isEqualTo(at(900));
    for (var i = 1; i < phases.size(); i++) {
      assertThat(phases.get(i).from()).isEqualTo(phases.get(i - 1).to());
    }
  }

  @Test
  void aSingleTokenIsNoDecode() {
    var call = call(0, 1_000, 1_000, ServerTimings.UNKNOWN);

    assertThat(Phases.of(call)).extracting(Phase::kind).containsExactly(TO_FIRST_TOKEN);
  }

  @Test
  void thinkingCountsAsTheFirstToken() {
    var stamps =
        new Stamps(
            at(0), some(1), some(2), some(400), some(900), some(1_000), some(1_001), at(1_002));
    var call = trace(stamps, ServerTimings.UNKNOWN, Optional.empty());

    assertThat(Phases.of(call))
        .containsExactly(
            new Phase(TO_FIRST_TOKEN, at(1), at(400)), new Phase(DECODE, at(400), at(1_000)));
  }

  @Test
  void aFailureBeforeTheFirstTokenWaitsUntilItsEnd() {
    var call = SampleRun.failedEarly(FailureKind.TIMEOUT_FIRST_TOKEN, "no token", 2_000);

    assertThat(Phases.of(call)).containsExactly(new Phase(TO_FIRST_TOKEN, at(1), at(2_000)));
  }

  @Test
  void aCallThatWasNeverSentHasNoPhases() {
    var stamps = new Stamps(at(0), UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, at(5));
    var refused = new CallFailure(FailureKind.CONNECT, "refused", OptionalInt.empty(), 0);

    assertThat(Phases.of(trace(stamps, ServerTimings.UNKNOWN, Optional.of(refused)))).isEmpty();
  }

  @Test
  void aPhaseTakesTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Phase(LOAD, 5, 5));
  }

  private static CallTrace call(long sent, long first, long last, ServerTimings server) {
    return SampleRun.call(sent, first, last, last, 2, server, "text", Optional.empty());
  }

  private static CallTrace trace(
      Stamps stamps, ServerTimings server, Optional<CallFailure> failure) {
    return new CallTrace(
        "prompt", stamps, ChunkTimes.NONE, server, Optional.empty(), "", "", failure);
  }

  private static ServerTimings server(
      OptionalLong total, OptionalLong load, OptionalLong prompt, OptionalLong eval) {
    return new ServerTimings(total, load, UNKNOWN, UNKNOWN, prompt, UNKNOWN, eval);
  }

  private static OptionalLong some(long milliseconds) {
    return OptionalLong.of(at(milliseconds));
  }

  private static OptionalLong ms(long milliseconds) {
    return OptionalLong.of(milliseconds * 1_000_000);
  }
}
