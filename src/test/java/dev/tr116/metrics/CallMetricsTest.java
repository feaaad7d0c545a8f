package dev.tr116.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.trace.FailureKind;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallMetricsTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void meanWhatTheDefinitionsSay() {
    var call =
        Traces.call()
            .sent(5)
            .content(105, 305, 1105)
            .closed(1110)
            .server(1090, 10, 60, 1000)
            .promptTokens(30)
            .tokens(11)
            .build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.stage()).isEqualTo("prompt");
    assertThat(metrics.ttft()).hasValue(100);
    assertThat(metrics.ttftFromIntended()).hasValue(105);
    assertThat(metrics.ttfc()).hasValue(100);
    assertThat(metrics.decodeRate()).hasValue(10);
    assertThat(metrics.serverEvalRate()).hasValue(11);
    assertThat(metrics.prefillRate()).hasValue(500);
    assertThat(metrics.promptEvalCount()).hasValue(30);
    assertThat(metrics.evalCount()).hasValue(11);
    assertThat(metrics.total()).hasValue(1090);
    assertThat(metrics.load()).hasValue(10);
    assertThat(metrics.promptEval()).hasValue(60);
    assertThat(metrics.eval()).hasValue(1000);
    assertThat(metrics.queue()).hasValue(20);
    assertThat(metrics.wall()).isEqualTo(1105);
    assertThat(metrics.itl())
        .hasValueSatisfying(
            gaps -> {
              assertThat(gaps.n()).isEqualTo(2);
              assertThat(gaps.p50()).isEqualTo(500);
              assertThat(gaps.max()).isEqualTo(800);
            });
    assertThat(metrics.cold()).hasValue(false);
    assertThat(metrics.succeeded()).isTrue();
  }

  @Test
  void takeTheFirstTokenOfAModelThatThinksFirst() {
    var call = Traces.call().sent(0).thinking(200, 400).content(1200, 2200).closed(2200).build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.ttft()).hasValue(200);
    assertThat(metrics.ttfc()).hasValue(1200);
    assertThat(metrics.decodeRate()).hasValue(5);
  }

  @Test
  void takeThinkingAloneForTokensToo() {
    var call = Traces.call().thinking(200, 1200).content().closed(1300).build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.ttft()).hasValue(200);
    assertThat(metrics.ttfc()).isEmpty();
    assertThat(metrics.decodeRate()).hasValue(10);
  }

  @Test
  void takeTheEarlierOfBothWhateverTheirOrder() {
    var call = Traces.call().thinking(300).content(100, 500).build();

    assertThat(CallMetrics.of(call).ttft()).hasValue(100);
  }

  @Test
  void leaveAbsentWhatDidNotHappen() {
    var call = Traces.call().neverSent().failed(FailureKind.CONNECT, "refused").closed(7).build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.ttft()).isEmpty();
    assertThat(metrics.ttftFromIntended()).isEmpty();
    assertThat(metrics.ttfc()).isEmpty();
    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.serverEvalRate()).isEmpty();
    assertThat(metrics.prefillRate()).isEmpty();
    assertThat(metrics.promptEvalCount()).isEmpty();
    assertThat(metrics.evalCount()).isEmpty();
    assertThat(metrics.total()).isEmpty();
    assertThat(metrics.load()).isEmpty();
    assertThat(metrics.promptEval()).isEmpty();
    assertThat(metrics.eval()).isEmpty();
    assertThat(metrics.queue()).isEmpty();
    assertThat(metrics.itl()).isEmpty();
    assertThat(metrics.cold()).as("nobody told").isEmpty();
    assertThat(metrics.succeeded()).isFalse();
    assertThat(metrics.wall()).as("from the barrier, as nothing was sent").isEqualTo(7);
  }

  @Test
  void keepAZeroThatWasMeasured() {
    var call = Traces.call().sent(100).content(100, 1100).server(1000, 0, 0, 1000).build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.ttft()).hasValue(0);
    assertThat(metrics.load()).hasValue(0);
    assertThat(metrics.queue()).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -5, 0, 1})
  void haveNoDecodeRateWithoutASecondToken(long tokens) {
    var metrics = CallMetrics.of(Traces.call().tokens(tokens).build());

    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.evalCount()).hasValue(tokens);
  }

  @Test
  void haveADecodeRateFromTheSecondTokenOn() {
    var metrics = CallMetrics.of(Traces.call().tokens(2).build());

    assertThat(metrics.decodeRate()).hasValue(1);
    assertThat(metrics.serverEvalRate()).hasValue(2);
  }

  @Test
  void haveAServerRateOfOneToken() {
    assertThat(CallMetrics.of(Traces.call().tokens(1).build()).serverEvalRate()).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-5, 0})
  void haveNoRateOfACountThatIsNone(long count) {
    var metrics = CallMetrics.of(Traces.call().tokens(count).promptTokens(count).build());

    assertThat(metrics.serverEvalRate()).isEmpty();
    assertThat(metrics.prefillRate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0})
  void haveNoRateOverATimeThatIsNone(double millis) {
    var metrics =
        CallMetrics.of(
            Traces.call().content(100, 100 + millis).server(100, 0, millis, millis).build());

    assertThat(metrics.serverEvalRate()).isEmpty();
    assertThat(metrics.prefillRate()).isEmpty();
    assertThat(metrics.decodeRate()).isEmpty();
  }

  @Test
  void haveNoDecodeRateOfAnAnswerInOneLine() {
    var metrics = CallMetrics.of(Traces.call().content(100).build());

    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.itl()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "20, false"})
  void haveAPrefillRateOnlyWhenNothingCameFromTheCache(long cached, boolean told) {
    var metrics = CallMetrics.of(Traces.call().cachedTokens(cached).build());

    assertThat(metrics.prefillRate().isPresent()).isEqualTo(told);
  }

  @Test
  void countAPhaseTheServerOmitsAsNoTime() {
    var server = Traces.call().server(1090, 10, 60, 1000).build().server();
    var call = Traces.call().build();
    var omitting =
        new dev.tr116.trace.CallTrace(
            call.stage(),
            call.stamps(),
            call.chunks(),
            new dev.tr116.trace.ServerTimings(
                server.totalNanos(),
                java.util.OptionalLong.empty(),
                server.promptEvalCount(),
                server.promptEvalCachedCount(),
                java.util.OptionalLong.empty(),
                server.evalCount(),
                server.evalNanos()),
            call.doneReason(),
            call.answer(),
            call.thinking(),
            call.failure());

    var metrics = CallMetrics.of(omitting);

    assertThat(metrics.queue().getAsDouble()).isEqualTo(90, EXACTLY);
    assertThat(metrics.load()).isEmpty();
    assertThat(metrics.promptEval()).isEmpty();
    assertThat(metrics.cold()).as("it left out a load that did not happen").hasValue(false);
  }

  @ParameterizedTest
  @CsvSource({"199.9, false", "200, false", "200.1, true"})
  void callACallColdThatPaidForALoad(double load, boolean cold) {
    var metrics = CallMetrics.of(Traces.call().server(2000, load, 60, 1000).build());

    assertThat(metrics.cold()).hasValue(cold);
  }

  @Test
  void showOfAFailedCallWhatHadArrivedButNoRate() {
    var call =
        Traces.call()
            .content(100, 600)
            .closed(60_600)
            .failed(FailureKind.TIMEOUT_IDLE, "no more text")
            .tokens(11)
            .build();

    var metrics = CallMetrics.of(call);

    assertThat(metrics.ttft()).hasValue(100);
    assertThat(metrics.wall()).isEqualTo(60_600);
    assertThat(metrics.decodeRate()).isEmpty();
    assertThat(metrics.succeeded()).isFalse();
  }
}
