package dev.tr116.llm;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a body as they arrive, for a reader that waits for them. */
final class LineQueue implements Flow.Subscriber<String> {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /**
   * Waits for the next line.
   *
   * @return empty at the end of the body
   * @throws IOException when the body broke off, or nothing came in time
   */
  Optional<String> next(Duration longest, String tooLong) throws IOException, InterruptedException {
    return switch (events.poll(longest.toNanos(), TimeUnit.NANOSECONDS)) {
      case null -> throw new IOException(tooLong);
      case Event.Line(var text) -> Optional.of(text);
      case Event.End() -> Optional.empty();
      case Event.Broken(var cause) -> throw new IOException(cause);
    };
  }

  /** The body never began. */
  void broken(Throwable cause) {
    events.add(new Event.Broken(cause));
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    events.add(new Event.Line(line));
  }

  @Override
  public void onError(Throwable thrown) {
    broken(thrown);
  }

  @Override
  public void onComplete() {
    events.add(new Event.End());
  }

  private sealed interface Event {
    record Line(String text) implements Event {}

    record End() implements Event {}

    record Broken(Throwable cause) implements Event {}
  }
}
