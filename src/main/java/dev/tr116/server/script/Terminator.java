package dev.tr116.server.script;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last line of an answer, {@code done:true}, and what it reports.
 *
 * @param reason the {@code done_reason}
 * @param fields the counters by their names in the protocol, of any JSON type
 */
public record Terminator(String reason, Map<String, Object> fields) {

  /** A terminator with exactly these fields. */
  public Terminator {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A terminator that reports nothing. */
  public static Terminator of(String reason) {
    return new Terminator(reason, Map.of());
  }

  /** The same with one field more, or with another value for it. */
  public Terminator with(String name, Object value) {
    var copy = new LinkedHashMap<>(fields);
    copy.put(name, value);
    return new Terminator(reason, copy);
  }

  /** The same with what reading the prompt took. */
  public Terminator prompt(long tokens, Duration duration) {
    return with("prompt_eval_count", tokens).with("prompt_eval_duration", duration.toNanos());
  }

  /** The same with what generating took. */
  public Terminator eval(long tokens, Duration duration) {
    return with("eval_count", tokens).with("eval_duration", duration.toNanos());
  }

  /** The same with the duration of loading the model. */
  public Terminator load(Duration duration) {
    return with("load_duration", duration.toNanos());
  }

  /** The same with the sum of the durations so far, and of waiting in the queue, as the total. */
  public Terminator totalWithQueue(Duration queue) {
    return with(
        "total_duration",
        queue.toNanos()
            + nanos("load_duration")
            + nanos("prompt_eval_duration")
            + nanos("eval_duration"));
  }

  private long nanos(String name) {
    return fields.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
