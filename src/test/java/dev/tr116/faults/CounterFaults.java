package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.Terminator;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a last line says that cannot be, and what it leaves out. */
final class CounterFaults {
  private static final List<String> COUNTERS =
      List.of(
          "total_duration",
          "load_duration",
          "prompt_eval_count",
          "prompt_eval_duration",
          "eval_count",
          "eval_duration");

  private static final String LOG = "see the server's log";
  private static final String CLOCK = "its clock or what stands in between is at fault";

  private CounterFaults() {}

  static Stream<Fault> faults() {
    return Stream.concat(absent().stream(), doubted().stream());
  }

  private static List<Fault> absent() {
    return List.of(
        all("counters are missing", Terminator.of("stop")),
        all("counters are negative", with(-1)),
        all("counters are larger than any", with(Long.MAX_VALUE)),
        all("counters are larger than a number of the machine", with(BigInteger.TEN.pow(40))),
        all("counters are texts", with("12")),
        all("counters are fractions", with(0.5)),
        all("counters are true", with(true)),
        all("counters are lists", with(List.of(1, 2))),
        one(
            "no eval_count",
            end -> end.with("eval_count", -1),
            "what needs the count is absent",
            agent -> {
              assertThat(agent.throughput()).isEmpty();
              assertThat(agent.decodeRate()).isEmpty();
            }),
        one(
            "durations are missing",
            end -> Terminator.of("stop").with("eval_count", 3).with("prompt_eval_count", 9),
            "rates of the server are absent, those of the client's clock stay",
            agent -> {
              assertThat(agent.throughput()).isEmpty();
              assertThat(agent.ttft()).isPresent();
              assertThat(agent.phases()).isEmpty();
            }),
        one(
            "done_reason is missing",
            end -> new Terminator("", end.fields()),
            "nothing depends on it",
            agent -> assertThat(agent.throughput()).isPresent()),
        Fault.of(
                "only thinking",
                Place.WHOLE_ANSWER,
                Script.answer().thinking("Hm").thinking(" so").done())
            .succeeds(
                "the first token is one of thinking; what needs answer text is absent",
                agent -> {
                  assertThat(agent.ttft()).isPresent();
                  assertThat(agent.calls().getFirst().ttfc()).isEmpty();
                }),
        Fault.of("nothing but the last line", Place.WHOLE_ANSWER, Script.answer().done())
            .succeeds(
                "no token, so no TTFT and no rate of the client's clock",
                agent -> {
                  assertThat(agent.ttft()).isEmpty();
                  assertThat(agent.decodeRate()).isEmpty();
                }));
  }

  private static List<Fault> doubted() {
    return List.of(
        tooMany(),
        Fault.of(
                "durations exceed the call",
                Place.LAST_LINE,
                ended(known(Duration.ofHours(1)).totalWithQueue(Duration.ZERO)))
            .isDoubted(LOG, CLOCK, "of work in a call of"),
        Fault.of(
                "one duration exceeds the call", Place.LAST_LINE, ended(known(Duration.ofHours(1))))
            .isDoubted(LOG, CLOCK, "of work in a call of"),
        Fault.of(
                "durations exceed their sum",
                Place.LAST_LINE,
                ended(known(Duration.ofMillis(9)).with("total_duration", 1_000_000L)))
            .isDoubted(LOG, CLOCK, "of work in its phases and 1 ms in all"));
  }

  private static Fault tooMany() {
    var terminator = known(Duration.ofMillis(1)).with("eval_count", 900_000_000L);
    return Fault.of("more tokens than any server generates", Place.LAST_LINE, ended(terminator))
        .isDoubted(
            LOG, "its count or what stands in between is at fault", "reports 900000000 tokens");
  }

  private static Fault all(String name, Terminator terminator) {
    return Fault.of(name, Place.LAST_LINE, ended(terminator))
        .succeeds(
            "what needs them is absent, never 0",
            agent -> {
              assertThat(agent.ttft()).isPresent();
              assertThat(agent.throughput()).isEmpty();
              assertThat(agent.decodeRate()).isEmpty();
              assertThat(agent.phases()).isEmpty();
              assertThat(agent.calls().getFirst().cold()).isEmpty();
            });
  }

  private static Fault one(
      String name,
      UnaryOperator<Terminator> change,
      String remark,
      Consumer<AgentMetrics> figures) {
    var good = known(Duration.ofMillis(1)).totalWithQueue(Duration.ZERO);
    return Fault.of(name, Place.LAST_LINE, ended(change.apply(good))).succeeds(remark, figures);
  }

  private static Terminator known(Duration eval) {
    return Terminator.of("stop").prompt(9, Duration.ofMillis(1)).eval(3, eval);
  }

  private static Terminator with(Object value) {
    var terminator = Terminator.of("stop");
    for (var name : COUNTERS) {
      terminator = terminator.with(name, value);
    }
    return terminator;
  }

  private static Script ended(Terminator terminator) {
    return Script.answer()
        .after(Duration.ofMillis(5))
        .text("a")
        .texts(2, Duration.ofMillis(5), "b")
        .done(terminator);
  }
}
