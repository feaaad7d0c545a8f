package dev.tr116.metrics;

import dev.tr116.trace.Calibration;
import dev.tr116.trace.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Why a run that was measured whole cannot be trusted all the same, in words for people. */
final class Doubts {
  /** Largest share of a figure that may be the instrument's own, in percent. */
  private static final double MOST_PERCENT = 5;

  /** How many times the whole a part may seem to be, by clocks that differ and rounding. */
  private static final double BEYOND = 1 + MOST_PERCENT / 100;

  /** A thousand times what the fastest servers of today reach. */
  private static final double MOST_TOKENS_PER_MS = 1000;

  private static final double MICROS_PER_MS = 1000;

  private final List<String> reasons = new ArrayList<>();

  private Doubts() {}

  /**
   * Every reason there is; none for a run to be trusted.
   *
   * @param agents all measured whole
   * @param wall of the run, ms
   * @param startSkew between the agents, ms
   * @param instrument what is known of it; it is judged only when it was calibrated
   */
  static List<String> about(
      List<AgentMetrics> agents,
      double wall,
      OptionalDouble startSkew,
      Optional<Instrument> instrument) {
    var doubts = new Doubts();
    agents.forEach(agent -> doubts.each(agent, doubts::cold));
    agents.forEach(agent -> doubts.each(agent, doubts::claims));
    agents.forEach(agent -> doubts.each(agent, doubts::tokens));
    instrument.ifPresent(
        known ->
            known
                .calibration()
                .ifPresent(
                    calibration -> doubts.instrument(agents, wall, startSkew, known, calibration)));
    return List.copyOf(doubts.reasons);
  }

  private void instrument(
      List<AgentMetrics> agents,
      double wall,
      OptionalDouble startSkew,
      Instrument known,
      Calibration calibration) {
    startSkew.ifPresent(skew -> share("the agents started %.1f ms apart", skew, wall, "run"));
    share(
        "the JVM stood still for %.1f ms to collect garbage",
        known.garbageCollection(), known.window(), "block");
    agents.forEach(agent -> imprecise(agent, calibration));
  }

  private void each(AgentMetrics agent, Judge judge) {
    agent.calls().forEach(call -> judge.judge(agent, call, ""));
    agent.soloCalls().forEach(call -> judge.judge(agent, call, " alone"));
  }

  private void cold(AgentMetrics agent, CallMetrics call, String part) {
    if (call.cold().orElse(false)) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "%s%s was cold: its server loaded the model for %.0f ms; raise tr116.warmup or"
                  + " tr116.keep-alive",
              agent.role(),
              part,
              call.load().orElseThrow()));
    }
  }

  /** What a server says of its own time lies within the call, and its phases within their sum. */
  private void claims(AgentMetrics agent, CallMetrics call, String part) {
    var phases =
        Stream.of(call.load(), call.promptEval(), call.eval())
            .mapToDouble(phase -> phase.orElse(0))
            .sum();
    var total = call.total().orElse(phases);
    if (phases > BEYOND * total) {
      claim(
          agent,
          part,
          phases,
          String.format(Locale.ROOT, "in its phases and %.0f ms in all", total));
    } else if (total > BEYOND * call.wall()) {
      claim(agent, part, total, String.format(Locale.ROOT, "in a call of %.0f ms", call.wall()));
    }
  }

  /** No server generates as fast as that; short calls are given some tokens more. */
  private void tokens(AgentMetrics agent, CallMetrics call, String part) {
    var tokens = call.evalCount().orElse(0);
    if (tokens > MOST_TOKENS_PER_MS * (call.wall() + 1)) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "the server of %s%s reports %d tokens in a call of %.0f ms, which cannot be: its count"
                  + " or what stands in between is at fault, see the server's log",
              agent.role(),
              part,
              tokens,
              call.wall()));
    }
  }

  private void claim(AgentMetrics agent, String part, double millis, String within) {
    reasons.add(
        String.format(
            Locale.ROOT,
            "the server of %s%s reports %.0f ms of work %s, which cannot be: its clock or what"
                + " stands in between is at fault, see the server's log",
            agent.role(),
            part,
            millis,
            within));
  }

  private void imprecise(AgentMetrics agent, Calibration calibration) {
    var calls = Stream.concat(agent.calls().stream(), agent.soloCalls().stream()).toList();
    calls.stream()
        .map(CallMetrics::ttft)
        .flatMapToDouble(OptionalDouble::stream)
        .min()
        .ifPresent(
            ttft ->
                share(
                    "the client's error of a TTFT is %.2f ms",
                    calibration.ttft().p50() / MICROS_PER_MS,
                    ttft,
                    "shortest TTFT of " + agent.role()));
    calls.stream()
        .map(CallMetrics::decodeSpan)
        .flatMapToDouble(OptionalDouble::stream)
        .min()
        .ifPresent(
            span ->
                share(
                    "the client's error between two chunks is %.2f ms",
                    calibration.chunk().p50() / MICROS_PER_MS,
                    span,
                    "shortest decoding of " + agent.role()));
  }

  private void share(String what, double part, double whole, String ofWhat) {
    var percent = 100 * part / whole;
    if (percent > MOST_PERCENT) {
      reasons.add(
          String.format(
              Locale.ROOT,
              what + ", %.1f %% of the " + ofWhat + "; at most %.0f %% can be trusted",
              part,
              percent,
              MOST_PERCENT));
    }
  }

  /** Judges one call; {@code part} says where it was made. */
  private interface Judge {
    void judge(AgentMetrics agent, CallMetrics call, String part);
  }
}
