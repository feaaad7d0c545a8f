package dev.tr116.server.script;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Plays one script for one request. */
final class Player {
  private final Script script;
  private final ReceivedRequest request;
  private final String model;
  private final BodyWriter body;

  private long due;
  private int tokens;
  private long firstText;
  private long lastText;

  Player(Script script, ReceivedRequest request, OutputStream out) {
    this.script = script;
    this.request = request;
    this.model = request.model();
    this.body = new BodyWriter(out, script);
    this.due = request.received();
  }

  /**
   * Plays the script to its end.
   *
   * @throws IOException when the client is gone
   * @throws InterruptedException when the connection or the server was closed meanwhile
   */
  Ending play() throws IOException, InterruptedException {
    for (var step : script.steps()) {
      switch (step) {
        case Step.Wait(var duration) -> await(duration);
        case Step.Headers() -> body.headers();
        case Step.Text text -> text(text);
        case Step.Line(var json) -> body.line(json);
        case Step.Raw raw -> body.bytes(raw.toArray());
        case Step.Done(var terminator) ->
            body.line(Json.terminator(model, terminator.orElseGet(this::measured)));
        case Step.Stall() -> stall();
        case Step.Cut() -> {
          body.flush();
          return Ending.CUT;
        }
        case Step.Reset() -> {
          body.flush();
          return Ending.RESET;
        }
      }
    }
    body.end();
    return Ending.KEEP;
  }

  private void text(Step.Text text) throws IOException, InterruptedException {
    for (var i = 0; i < text.count(); i++) {
      if (!text.gap().isZero()) {
        await(text.gap());
      }
      lastText = System.nanoTime();
      firstText = tokens == 0 ? lastText : firstText;
      tokens++;
      body.line(Json.chunk(model, text.response(), text.thinking()));
    }
  }

  private void await(Duration duration) throws InterruptedException {
    due += duration.toNanos();
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  private void stall() throws IOException, InterruptedException {
    body.flush();
    // Nobody ever opens it: the end of the connection interrupts the wait.
    new CountDownLatch(1).await();
  }

  private Terminator measured() {
    var now = System.nanoTime();
    var first = tokens == 0 ? now : firstText;
    return Terminator.of("stop")
        .prompt(Math.max(1, request.prompt().length() / 4), nanos(first - request.received()))
        .eval(tokens, nanos(tokens == 0 ? 0 : lastText - firstText))
        .with("total_duration", now - request.received());
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }

  /** What becomes of the connection. */
  enum Ending {
    KEEP,
    CUT,
    RESET
  }
}
