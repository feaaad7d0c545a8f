package dev.tr116.conformance;

import dev.tr116.exec.OutsideProgram;
import dev.tr116.exec.Part;
import dev.tr116.plan.Timeouts;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.FailureKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A program and two servers to try it on. */
final class Stage implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(20);

  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  private final OutsideProgram program;
  private final ScriptedServer server = ScriptedServer.start();
  private final ScriptedServer other = ScriptedServer.start();

  Stage(OutsideProgram program) {
    this.program = program;
  }

  OutsideProgram program() {
    return program;
  }

  ScriptedServer server() {
    return server;
  }

  ScriptedServer other() {
    return other;
  }

  /** One agent with one call that is answered so. */
  CallTrace play(Script script) throws RuleBroken {
    return play(script, patient());
  }

  /** One agent with one call that is answered so, within these timeouts. */
  CallTrace play(Script script, Timeouts timeouts) throws RuleBroken {
    server.always(script);
    return call(server.endpoint(), timeouts);
  }

  /** One agent with one call where nobody listens. */
  CallTrace callNobody() throws RuleBroken {
    return call(NOBODY, patient());
  }

  /** One agent for each server. */
  List<Actor> pair(int calls) {
    return List.of(
        new Actor("first", server.endpoint(), patient(), calls),
        new Actor("second", other.endpoint(), patient(), calls));
  }

  /** Lets the program run a part, which must not break the protocol. */
  Part run(List<Actor> agents) throws RuleBroken {
    var part = program.run(agents);
    RuleBroken.unless(part.broken().isEmpty(), part.broken().orElse(""));
    return part;
  }

  static Timeouts patient() {
    return new Timeouts(LONG, LONG, LONG, LONG);
  }

  /** Passes a call that failed in that way. */
  static void failedWith(FailureKind kind, CallTrace call) throws RuleBroken {
    var told = call.failure().map(failure -> failure.kind().name()).orElse("a success");
    RuleBroken.unless(told.equals(kind.name()), "it tells " + told + " instead of " + kind);
  }

  /** Passes a call that succeeded. */
  static void succeeded(CallTrace call) throws RuleBroken {
    var failure = call.failure().map(each -> each.kind() + ", " + each.message()).orElse("");
    RuleBroken.unless(call.succeeded(), "it tells " + failure);
  }

  private CallTrace call(URI endpoint, Timeouts timeouts) throws RuleBroken {
    var agent = new Actor("first", endpoint, timeouts, 1);
    run(List.of(agent));
    return agent.calls().getFirst();
  }

  @Override
  public void close() {
    try (server) {
      other.close();
    }
  }
}
