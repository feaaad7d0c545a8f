package dev.tr116.server.script;

import java.time.Duration;
import java.util.List;

/**
 * The moments of one answer, in ns of one clock; as they were due, so nothing in here is late.
 *
 * @param arrived the request was there
 * @param started its turn had come
 * @param loaded the model was ready
 * @param tokens when each token was due; fewer than asked for when the call was broken off
 */
public record Course(long arrived, long started, long loaded, List<Long> tokens) {
  public Course {
    tokens = List.copyOf(tokens);
  }

  /** The same broken off at that moment, ns. */
  Course until(long moment) {
    return new Course(
        arrived,
        Math.min(started, moment),
        Math.min(loaded, moment),
        tokens.stream().filter(due -> due <= moment).toList());
  }

  /** Waiting for its turn. */
  public Duration queue() {
    return Duration.ofNanos(started - arrived);
  }

  /** Loading the model. */
  public Duration load() {
    return Duration.ofNanos(loaded - started);
  }

  /** Reading the prompt, until the first token. */
  public Duration prefill() {
    return Duration.ofNanos(firstToken() - loaded);
  }

  /** Generating all tokens but the first. */
  public Duration decode() {
    return Duration.ofNanos(ended() - firstToken());
  }

  /** From the request to the last token. */
  public Duration wall() {
    return Duration.ofNanos(ended() - arrived);
  }

  /** When the first token was due, ns; without one, when the model was ready. */
  public long firstToken() {
    return tokens.isEmpty() ? loaded : tokens.getFirst();
  }

  /** When the last token was due, ns; without one, when the model was ready. */
  public long ended() {
    return tokens.isEmpty() ? loaded : tokens.getLast();
  }
}
