package dev.tr116.conformance;

import static dev.tr116.conformance.RuleBroken.unless;

import dev.tr116.conformance.Conformance.Rule;
import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** What a program has to do with several agents, several calls and several parts. */
final class PartRules {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration SKEW = Duration.ofMillis(250);
  private static final Script QUICK = Script.answer(SHORT, 3, Duration.ofMillis(2));
  private static final Script STALLED = Script.answer().text("a").stall();

  private PartRules() {}

  static Stream<Rule> all() {
    return Stream.of(
        new Rule("releases all agents together and lets them run side by side", PartRules::beside),
        new Rule("makes the next call of an agent as it is told", PartRules::twoCalls),
        new Rule("ends the other agents as CANCELLED when one fails", PartRules::failFast),
        new Rule("closes the connections of the calls it cancels", PartRules::closes),
        new Rule("ends every agent as CANCELLED at the command cancel", PartRules::cancel),
        new Rule("goes on with the next plan after that", stage -> beside(stage)),
        new Rule("ends with exit code 0 when its input ends", PartRules::end));
  }

  private static void beside(Stage stage) throws RuleBroken {
    stage.server().always(QUICK);
    stage.other().always(QUICK);
    var agents = stage.pair(1);
    var part = stage.run(agents);
    for (var agent : agents) {
      Stage.succeeded(agent.calls().getFirst());
    }
    var first = agents.getFirst().calls().getFirst().stamps().sent().orElseThrow();
    var second = agents.getLast().calls().getFirst().stamps().sent().orElseThrow();
    unless(
        Math.abs(second - first) < SKEW.toNanos(),
        "their requests are " + Math.abs(second - first) + " ns apart");
    unless(
        part.ended() - part.released() < agents.getFirst().wall() + agents.getLast().wall(),
        "the part takes as long as one agent after the other");
  }

  private static void twoCalls(Stage stage) throws RuleBroken {
    stage.server().always(Script.answer().text("x").done());
    stage.other().always(QUICK);
    var agents = stage.pair(2);
    stage.run(agents);
    for (var agent : agents) {
      unless(agent.calls().size() == 2, agent.calls().size() + " calls are told instead of 2");
      Stage.succeeded(agent.calls().getLast());
    }
    var prompt = stage.server().prompts().getLast().prompt();
    unless(prompt.equals("second, after x"), "the second prompt is '" + prompt + "'");
  }

  private static void failFast(Stage stage) throws RuleBroken {
    stage.server().always(Script.answer().after(SHORT).text("a").error("no"));
    stage.other().always(STALLED);
    var agents = stage.pair(1);
    stage.run(agents);
    Stage.failedWith(FailureKind.ERROR_LINE, agents.getFirst().calls().getFirst());
    var cancelled = agents.getLast().calls().getFirst();
    Stage.failedWith(FailureKind.CANCELLED, cancelled);
    unless(cancelled.answer().equals("a"), "what had arrived is not told");
  }

  /** At most one connection to that server is open at a time: the one of the cancelled call. */
  private static void closes(Stage stage) throws RuleBroken, InterruptedException {
    var connections = stage.other().connections();
    unless(!connections.isEmpty(), "it has never called the second server");
    for (var connection : connections) {
      unless(connection.awaitClosedByClient(Stage.LONG), "the connection stays open");
    }
  }

  private static void cancel(Stage stage) throws RuleBroken, InterruptedException {
    stage.server().always(STALLED);
    stage.other().always(STALLED);
    var agents = stage.pair(1);
    var before = stage.other().prompts().size();
    var broken = new AtomicReference<>(Optional.<String>empty());
    var caller = Thread.ofVirtual().start(() -> broken.set(stage.program().run(agents).broken()));
    var patience = System.nanoTime() + Stage.LONG.toNanos();
    while (stage.other().prompts().size() == before && System.nanoTime() < patience) {
      Thread.sleep(Duration.ofMillis(20));
    }
    Thread.sleep(SHORT);
    caller.interrupt();
    caller.join();
    unless(broken.get().isEmpty(), broken.get().orElse(""));
    for (var agent : agents) {
      Stage.failedWith(FailureKind.CANCELLED, agent.calls().getFirst());
    }
  }

  private static void end(Stage stage) throws RuleBroken {
    var exit = stage.program().end();
    unless(
        exit.equals(Optional.of(0)),
        exit.map(code -> "its exit code is " + code).orElse("it had to be killed"));
  }
}
