package dev.tr116.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names a session by its start. */
public final class SessionName {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private SessionName() {}

  /** The start in UTC, e.g. {@code 20261122-031002}, with a number where that folder exists. */
  public static String unused(Path results, Instant startedAt) {
    var name = TIME.format(startedAt);
    var candidate = name;
    for (var i = 2; Files.exists(results.resolve(candidate)); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
