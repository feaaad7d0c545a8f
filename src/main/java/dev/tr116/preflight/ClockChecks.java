package dev.tr116.preflight;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether this machine's clock goes evenly and agrees with those of the servers. */
final class ClockChecks implements CheckFamily {
  private static final Duration MOST_STEP = Duration.ofMillis(100);
  private static final Duration MOST_APART = Duration.ofSeconds(2);
  private static final double MILLIS = 1000;

  @Override
  public Stream<Finding> look(Facts facts) {
    return Stream.concat(
        step(facts.clockStep()), facts.servers().stream().flatMap(ClockChecks::apart));
  }

  private static Stream<Finding> step(Duration step) {
    return step.abs().compareTo(MOST_STEP) > 0
        ? Stream.of(
            Finding.warning(
                Check.CLOCK,
                "this machine's clock was set "
                    + seconds(step.abs())
                    + (step.isNegative() ? " back" : " forward")
                    + " meanwhile; durations do not suffer, but times of day do: let it settle"))
        : Stream.empty();
  }

  private static Stream<Finding> apart(ServerFacts server) {
    return server.date().stream()
        .map(date -> date.ahead())
        .map(
            ahead ->
                ahead.abs().compareTo(MOST_APART) > 0
                    ? Finding.warning(
                        Check.CLOCK,
                        server.endpoint(),
                        "its clock is at least "
                            + seconds(ahead.abs())
                            + (ahead.isNegative() ? " behind" : " ahead of")
                            + " this machine's: records of the two cannot be joined by time; set"
                            + " both by the same time server")
                    : Finding.info(
                        Check.CLOCK,
                        server.endpoint(),
                        "its clock agrees with this machine's within 2 s"));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
  }
}
