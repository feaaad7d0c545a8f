package dev.tr116.calibration;

import dev.tr116.agent.AgentRuntimes;
import dev.tr116.agent.Rehearsal;
import dev.tr116.plan.Model;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs the client and a runtime against servers in this JVM: first until their code is loaded and
 * compiled, so that no measured call pays for that and no model is kept busy with it; then to learn
 * how far the client is off; and before each block to wake what has gone to sleep.
 */
public final class Calibrator implements AutoCloseable {
  private static final int UNTIL_COMPILED = 50;
  private static final int UNTIL_AWAKE = 5;
  private static final int CHUNKS = 5;
  private static final Duration GAP = Duration.ofMillis(1);
  private static final Model NOBODY = new Model("rehearsal:none");

  private final ScriptedServer atOnce = ScriptedServer.start(NOBODY).forgetful();
  private final ScriptedServer onSchedule = ScriptedServer.start(NOBODY).forgetful();
  private final Garbage garbage = Garbage.ofThisJvm();
  private final Rehearsal warmUp;
  private final Rehearsal measured;
  private final int agents;

  /**
   * Starts the servers.
   *
   * @param runtimes those that will schedule the agents and make their calls
   * @param runtime the name of this one
   * @param agents how many there will be side by side
   */
  public Calibrator(AgentRuntimes runtimes, String runtime, int agents) {
    atOnce.always(Script.answer(Duration.ZERO, 4 * CHUNKS, Duration.ZERO));
    onSchedule.always(Script.answer(GAP, CHUNKS, GAP));
    this.agents = agents;
    this.warmUp = new Rehearsal(runtimes, runtime, times(agents, atOnce.endpoint()), NOBODY);
    this.measured = new Rehearsal(runtimes, runtime, times(agents, onSchedule.endpoint()), NOBODY);
  }

  /** Once, before anything else is called; takes some tenths of a second. */
  public void warmUp() {
    for (var round = 0; round < UNTIL_COMPILED; round++) {
      successful(warmUp.round());
    }
  }

  /**
   * Measures the client's error.
   *
   * @param calls how many calls to make at least
   * @return nothing when the thread was interrupted before a call was made
   */
  public Optional<Calibration> calibrate(int calls) {
    var errors = new ErrorSample();
    while (errors.calls() < calls && !Thread.currentThread().isInterrupted()) {
      successful(measured.round()).forEach(errors::add);
    }
    return errors.calls() == 0 ? Optional.empty() : Optional.of(errors.calibration(agents));
  }

  /** Before each block; takes some hundredths of a second. */
  public void wake() {
    garbage.makeRoom();
    for (var round = 0; round < UNTIL_AWAKE; round++) {
      successful(warmUp.round());
    }
  }

  private static List<CallTrace> successful(List<AgentRun> round) {
    var calls = round.stream().map(AgentRun::calls).flatMap(List::stream).toList();
    calls.forEach(Calibrator::requireSuccess);
    return calls;
  }

  private static void requireSuccess(CallTrace call) {
    if (!call.succeeded() && !Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException(
          "the client cannot even speak to a server in its own process: "
              + call.failure().orElseThrow().message());
    }
  }

  private static List<URI> times(int count, URI endpoint) {
    return Collections.nCopies(count, endpoint);
  }

  @Override
  public void close() {
    try (atOnce) {
      onSchedule.close();
    }
  }
}
