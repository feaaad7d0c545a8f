package dev.tr116.conformance;

import static dev.tr116.conformance.RuleBroken.unless;

import dev.tr116.conformance.Conformance.Rule;
import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.Terminator;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program has to do, each with its trial. */
final class Rules {
  private static final int ATTEMPTS = 3;
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration GAP = Duration.ofMillis(40);
  private static final int LINES = 6;

  private Rules() {}

  static List<Rule> all() {
    return Stream.concat(calls(), PartRules.all()).toList();
  }

  private static Stream<Rule> calls() {
    return Stream.of(
        new Rule("starts, is ready, and makes a call", Rules::normal),
        new Rule("stamps what arrives when it arrives", Rules::stampsInOneOfThree),
        new Rule("passes on what the server says of its work", Rules::terminator),
        new Rule("reads the answer over as many pieces as it comes in", Rules::pieces),
        new Rule("tells thinking from content", Rules::thinking),
        fails("a stream without its last line", FailureKind.TRUNCATED, Script.answer().text("a")),
        fails("a broken stream", FailureKind.TRUNCATED, Script.answer().text("a").cut()),
        fails("a line that is no JSON object", FailureKind.MALFORMED, Script.answer().line("hi")),
        fails("an error line", FailureKind.ERROR_LINE, Script.answer().text("a").error("no")),
        new Rule("tells status 404 as HTTP_STATUS, with the status", Rules::status),
        new Rule(
            "tells a server that is not there as CONNECT",
            stage -> Stage.failedWith(FailureKind.CONNECT, stage.callNobody())),
        late(
            "no first token in time",
            FailureKind.TIMEOUT_FIRST_TOKEN,
            Script.answer().headers(),
            new Timeouts(Stage.LONG, SHORT, Stage.LONG, Stage.LONG)),
        late(
            "no more lines in time",
            FailureKind.TIMEOUT_IDLE,
            Script.answer().text("a"),
            new Timeouts(Stage.LONG, Stage.LONG, SHORT, Stage.LONG)),
        new Rule("tells a call that takes too long as TIMEOUT_TOTAL", Rules::total));
  }

  private static Rule fails(String what, FailureKind kind, Script script) {
    return new Rule(
        "tells " + what + " as " + kind, stage -> Stage.failedWith(kind, stage.play(script)));
  }

  /** The timeouts beside the one that passes are long, so whoever waits for those is late. */
  private static Rule late(String what, FailureKind kind, Script script, Timeouts timeouts) {
    return new Rule(
        "tells " + what + " as " + kind + ", at once",
        stage -> {
          var began = System.nanoTime();
          Stage.failedWith(kind, stage.play(script.stall(), timeouts));
          var took = Duration.ofNanos(System.nanoTime() - began);
          unless(
              took.compareTo(Stage.LONG.dividedBy(2)) < 0,
              "after " + SHORT.toMillis() + " ms it took " + took.toMillis() + " ms to tell");
        });
  }

  private static void normal(Stage stage) throws RuleBroken {
    var call = stage.play(Script.answer(GAP, LINES, GAP));
    Stage.succeeded(call);
    unless(call.answer().equals("word ".repeat(LINES)), "the answer is " + call.answer());
    var prompt = stage.server().prompts().getLast().prompt();
    unless(prompt.equals("first"), "the server was asked '" + prompt + "'");
  }

  /** A machine that stands still lets lines come late, which is no fault of the program. */
  private static void stampsInOneOfThree(Stage stage) throws RuleBroken {
    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (keepsStamps(stage)) {
        return;
      }
    }
    stamps(stage);
  }

  private static boolean keepsStamps(Stage stage) {
    try {
      stamps(stage);
      return true;
    } catch (RuleBroken perhapsTheMachine) {
      return false;
    }
  }

  private static void stamps(Stage stage) throws RuleBroken {
    var call = stage.play(Script.answer(SHORT, LINES, GAP));
    Stage.succeeded(call);
    unless(call.chunks().size() == LINES, call.chunks().size() + " stamps for " + LINES + " lines");
    var ttft = call.stamps().firstContent().orElseThrow() - call.stamps().sent().orElseThrow();
    unless(ttft >= SHORT.toNanos(), "the first token is told " + ttft + " ns after sent");
    var span = call.chunks().get(LINES - 1) - call.chunks().get(0);
    var due = (LINES - 1) * GAP.toNanos();
    unless(
        span > due / 2 && span < 10 * due,
        "from the first line to the last it tells " + span + " ns, where they took " + due);
  }

  private static void terminator(Stage stage) throws RuleBroken {
    var said =
        Terminator.of("length").prompt(7, Duration.ofMillis(5)).eval(3, Duration.ofMillis(9));
    var call = stage.play(Script.answer().text("a").done(said));
    Stage.succeeded(call);
    unless(call.doneReason().equals(Optional.of("length")), "done_reason is missing");
    unless(call.server().promptEvalCount().orElse(0) == 7, "prompt_eval_count is missing");
    unless(call.server().evalNanos().orElse(0) == 9_000_000, "eval_duration is missing");
    unless(call.server().loadNanos().isEmpty(), "load_duration is told, which was not sent");
  }

  private static void pieces(Stage stage) throws RuleBroken {
    var script = Script.answer().text("añ").texts(2, Duration.ofMillis(5), "ж ").done();
    var call = stage.play(script.inPiecesOf(7));
    Stage.succeeded(call);
    unless(call.answer().equals("añж ж "), "the answer is " + call.answer());
  }

  private static void thinking(Stage stage) throws RuleBroken {
    var call =
        stage.play(
            Script.answer().thinking("Hm").after(GAP).thinking("m").after(GAP).text("a").done());
    Stage.succeeded(call);
    unless(call.thinking().equals("Hmm"), "the thinking text is '" + call.thinking() + "'");
    unless(call.answer().equals("a"), "the answer is '" + call.answer() + "'");
    unless(call.chunks().size() == 3, call.chunks().size() + " stamps for 3 lines");
    unless(
        call.stamps().firstThinking().orElseThrow() < call.stamps().firstContent().orElseThrow(),
        "thinking is not told before content");
  }

  private static void status(Stage stage) throws RuleBroken {
    var call = stage.play(Script.status(404, "model 'trial' not found"));
    Stage.failedWith(FailureKind.HTTP_STATUS, call);
    var status = call.failure().orElseThrow().httpStatus();
    unless(status.orElse(0) == 404, "the status is told as " + status);
  }

  private static void total(Stage stage) throws RuleBroken {
    var timeouts = new Timeouts(Stage.LONG, Stage.LONG, Stage.LONG, SHORT);
    var call = stage.play(Script.answer(Duration.ZERO, 1000, GAP), timeouts);
    Stage.failedWith(FailureKind.TIMEOUT_TOTAL, call);
    unless(call.chunks().size() > 0, "what had arrived is not told");
  }
}
