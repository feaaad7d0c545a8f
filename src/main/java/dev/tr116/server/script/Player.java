package dev.tr116.server.script;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Plays one script for one request. */
final class Player {
  private final Script script;
  private final ReceivedRequest request;
  private final String model;
  private final WireForm form;
  private final BodyWriter body;

  private final Consumer<Played> truth;
  private final List<Long> dueTexts = new ArrayList<>();

  private long due;
  private long late;
  private long firstText;
  private long lastText;
  private Optional<Course> generated = Optional.empty();
  private Optional<Answer> answer = Optional.empty();
  private boolean told;

  /** Tells {@code truth} once, before the end is sent. */
  Player(Script script, ReceivedRequest request, OutputStream out, Consumer<Played> truth) {
    this.script = script;
    this.request = request;
    this.model = request.model();
    this.form = WireForm.of(request).orElse(WireForm.GENERATE);
    this.body = new BodyWriter(out, script, form);
    this.due = request.received();
    this.truth = truth;
  }

  /**
   * Plays the script to its end.
   *
   * @throws IOException when the client is gone
   * @throws InterruptedException when the connection or the server was closed meanwhile
   */
  Ending play() throws IOException, InterruptedException {
    try {
      return playSteps();
    } finally {
      tell();
    }
  }

  private Ending playSteps() throws IOException, InterruptedException {
    for (var step : script.steps()) {
      switch (step) {
        case Step.Wait(var duration) -> await(duration);
        case Step.Headers() -> body.headers();
        case Step.Text text -> text(text);
        case Step.Generate(var slot, var wanted) -> generate(slot, wanted);
        case Step.Line(var json) -> body.line(json);
        case Step.Raw raw -> body.bytes(raw.toArray());
        case Step.Done(var terminator) -> {
          tell();
          body.line(form.end(request, terminator.orElseGet(this::terminator)));
        }
        case Step.Stall() -> stall();
        case Step.Cut() -> {
          tell();
          body.flush();
          return Ending.CUT;
        }
        case Step.Reset() -> {
          tell();
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
      firstText = dueTexts.isEmpty() ? lastText : firstText;
      late = Math.max(late, lastText - due);
      var first = dueTexts.isEmpty();
      dueTexts.add(due);
      body.line(form.chunk(model, text.response(), text.thinking(), first));
    }
  }

  private void generate(SharedGpu.Slot slot, Answer wanted)
      throws IOException, InterruptedException {
    answer = Optional.of(wanted);
    var ticket = slot.enter(model, wanted, due);
    try (ticket) {
      for (var sent = 0; sent < wanted.tokens(); ) {
        var upTo = endOfLine(wanted, sent);
        due = ticket.awaitToken(upTo - 1);
        late = Math.max(late, System.nanoTime() - due);
        var text = "word ".repeat(upTo - sent);
        var thought = sent < wanted.thinking();
        body.line(form.chunk(model, thought ? "" : text, thought ? text : "", sent == 0));
        sent = upTo;
      }
    } finally {
      generated = Optional.of(ticket.course());
    }
  }

  /** A line holds nothing but the first token, or so many others of one kind. */
  private static int endOfLine(Answer answer, int sent) {
    if (sent == 0) {
      return 1;
    }
    var most = sent < answer.thinking() ? answer.thinking() : answer.tokens();
    return Math.min(most, sent + answer.tokensPerLine());
  }

  private void await(Duration duration) throws InterruptedException {
    due += duration.toNanos();
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  private void stall() throws IOException, InterruptedException {
    tell();
    body.flush();
    // Nobody ever opens it: the end of the connection interrupts the wait.
    new CountDownLatch(1).await();
  }

  private void tell() {
    if (!told) {
      told = true;
      var from = request.received();
      truth.accept(
          new Played(
              request,
              generated.orElseGet(() -> new Course(from, from, from, dueTexts)),
              Duration.ofNanos(late)));
    }
  }

  private Terminator terminator() {
    return generated.map(course -> due(course, answer.orElseThrow())).orElseGet(this::measured);
  }

  /** All durations as they were due; Ollama leaves out the load that did not happen. */
  private Terminator due(Course course, Answer wanted) {
    var loaded = course.load().isZero();
    var reason = Terminator.of("stop");
    return (loaded ? reason : reason.load(course.load()))
        .prompt(wanted.promptTokens(), course.prefill())
        .eval(wanted.tokens(), course.decode())
        .with("total_duration", course.ended() - request.received());
  }

  private Terminator measured() {
    var now = System.nanoTime();
    var tokens = dueTexts.size();
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
