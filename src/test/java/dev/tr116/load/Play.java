package dev.tr116.load;

import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.Script;
import dev.tr116.trace.CallFailure;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is played to a prompt, and what its caller must get. Every token differs from every other
 * one, so one that is lost, doubled or somebody else's shows.
 *
 * @param prompt asks for it
 * @param script the server's part
 * @param tokens how many are sent
 * @param ending how it ends
 */
record Play(String prompt, Script script, int tokens, Ending ending) {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final int FEW = 12;

  /** How an answer ends; of some, the last tokens may be lost with the connection. */
  enum Ending {
    WHOLE(Optional.empty(), true),
    CANCELLED(Optional.of(FailureKind.CANCELLED), false),
    CUT(Optional.of(FailureKind.TRUNCATED), true),
    RESET(Optional.of(FailureKind.TRUNCATED), false),
    ERROR(Optional.of(FailureKind.ERROR_LINE), true),
    REFUSED(Optional.of(FailureKind.HTTP_STATUS), true),
    SILENT(Optional.of(FailureKind.TIMEOUT_IDLE), false);

    private final Optional<FailureKind> failure;
    private final boolean complete;

    Ending(Optional<FailureKind> failure, boolean complete) {
      this.failure = failure;
      this.complete = complete;
    }
  }

  /** Whole answers of about so many tokens, each of another length. */
  static List<Play> answers(int tokens, Duration gap) {
    return IntStream.range(0, 8)
        .mapToObj(
            i -> {
              var prompt = "answer-" + i;
              var count = tokens - 4 * i;
              return new Play(prompt, told(prompt, count, gap).done(), count, Ending.WHOLE);
            })
        .toList();
  }

  /** Short answers, one for each ending. */
  static List<Play> endings() {
    return List.of(
        few(Ending.WHOLE, Script::done),
        few(Ending.CANCELLED, Script::stall),
        few(Ending.CUT, Script::cut),
        few(Ending.RESET, Script::reset),
        few(Ending.ERROR, script -> script.error("out of memory")),
        new Play("refused", Script.status(503, "server busy"), 0, Ending.REFUSED),
        few(Ending.SILENT, Script::stall));
  }

  /** How long the caller waits. */
  Timeouts timeouts() {
    return new Timeouts(LONG, LONG, ending == Ending.SILENT ? SHORT : LONG, LONG.multipliedBy(2));
  }

  /** What differs from what was played; empty when nothing does. */
  Optional<String> wrongIn(CallTrace trace) {
    var kind = trace.failure().map(CallFailure::kind);
    var arrived = trace.chunks().size();
    var counted = trace.server().evalCount();
    var said = ending == Ending.WHOLE ? OptionalLong.of(tokens) : OptionalLong.empty();
    if (kind.equals(ending.failure)
        && trace.answer().equals(text(Math.min(arrived, tokens)))
        && (arrived == tokens || (arrived < tokens && !ending.complete))
        && counted.equals(said)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: %d of %d tokens, server says %s, %s, '%s'"
            .formatted(prompt, arrived, tokens, counted, trace.failure(), trace.answer()));
  }

  private static Play few(Ending ending, UnaryOperator<Script> end) {
    var prompt = ending.name().toLowerCase(Locale.ROOT);
    return new Play(prompt, end.apply(told(prompt, FEW, Duration.ofMillis(3))), FEW, ending);
  }

  private static Script told(String prompt, int tokens, Duration gap) {
    var script = Script.answer();
    for (var i = 0; i < tokens; i++) {
      script = script.after(gap).text(token(prompt, i));
    }
    return script;
  }

  private String text(int count) {
    return IntStream.range(0, count).mapToObj(i -> token(prompt, i)).collect(Collectors.joining());
  }

  /** With bytes outside of ASCII, which a wrong cut would spoil. */
  private static String token(String prompt, int number) {
    return prompt + "·" + number + " ";
  }
}
