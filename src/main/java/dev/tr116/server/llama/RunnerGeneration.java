package dev.tr116.server.llama;

import dev.tr116.server.FinishReason;
import dev.tr116.server.Generation;
import dev.tr116.server.GenerationEvent;
import dev.tr116.server.InferenceException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** An answer that a runner is making. */
final class RunnerGeneration implements Generation {
  private static final System.Logger LOG = System.getLogger(RunnerGeneration.class.getName());

  private final RunnerWire wire;
  private final FinishReason reason;
  private boolean over;

  /**
   * Reads the runner's events.
   *
   * @param reason why the answer ends when the runner has made all tokens ordered
   */
  RunnerGeneration(RunnerWire wire, FinishReason reason) {
    this.wire = wire;
    this.reason = reason;
  }

  @Override
  public GenerationEvent next() {
    return switch (receive()) {
      case RunnerFrame.PromptRead(var tokens, var nanos) ->
          new GenerationEvent.PromptEvaluated(tokens, Duration.ofNanos(nanos));
      case RunnerFrame.Piece(var text, var nanos) ->
          new GenerationEvent.Token(text, Duration.ofNanos(nanos));
      case RunnerFrame.Finished() -> {
        over = true;
        yield new GenerationEvent.Finished(reason);
      }
      case RunnerFrame.Failed(var message) -> {
        over = true;
        throw new InferenceException(message);
      }
      default -> throw new InferenceException("the model runner does not keep to the protocol");
    };
  }

  @Override
  public void cancel() {
    try {
      wire.send(new RunnerFrame.Cancel());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a runner is gone already, as the next event will tell", e);
    }
  }

  @Override
  public void close() {
    if (over) {
      return;
    }
    cancel();
    // What was under way arrives first; afterwards the runner is free for the next request.
    while (!over) {
      next();
    }
  }

  private RunnerFrame receive() {
    try {
      return wire.receive();
    } catch (IOException e) {
      over = true;
      throw Runner.stopped(e);
    }
  }
}
