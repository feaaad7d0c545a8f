package dev.tr116.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code keep_alive}: a number of seconds, or a string of numbers with units such as {@code
 * 1h30m}; negative means forever.
 */
final class KeepAliveReader {
  private static final Pattern PART =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:" + PART + ")+");
  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000L);

  private KeepAliveReader() {}

  static KeepAlive read(JsonNode value) {
    if (value.isNumber()) {
      return of(value.decimalValue().multiply(NANOS_PER_SECOND));
    }
    if (value.isTextual()) {
      return of(nanos(value.textValue()));
    }
    throw ApiException.badRequest("keep_alive must be a number of seconds or a duration");
  }

  private static KeepAlive of(BigDecimal nanos) {
    if (nanos.signum() < 0) {
      return KeepAlive.FOREVER;
    }
    var longest = BigDecimal.valueOf(KeepAlive.LONGEST.toSeconds()).multiply(NANOS_PER_SECOND);
    return new KeepAlive(Optional.of(Duration.ofNanos(nanos.min(longest).longValue())));
  }

  private static BigDecimal nanos(String text) {
    if (text.equals("0")) {
      return BigDecimal.ZERO;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw ApiException.badRequest(
          "invalid keep_alive \"" + text + "\": write a number with a unit, e.g. 5m or 1h30m");
    }
    var sum =
        PART.matcher(text)
            .results()
            .map(part -> new BigDecimal(part.group(1)).multiply(unit(part.group(2))))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return text.startsWith("-") ? sum.negate() : sum;
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(
        switch (name) {
          case "ns" -> 1L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 1_000L;
        });
  }
}
