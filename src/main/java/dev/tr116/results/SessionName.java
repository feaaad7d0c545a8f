package dev.tr116.results;

import dev.tr116.plan.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names a session by its start. */
final class SessionName {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private SessionName() {}

  /**
   * The name that settings give, or one with the time; a shard has its part in it, e.g. {@code
   * night-shard-2-of-4}, so that no two shards share a folder.
   */
  static String of(Settings settings, Path results, Instant startedAt) {
    var part =
        settings
            .shard()
            .map(shard -> "-shard-" + shard.index() + "-of-" + shard.count())
            .orElse("");
    return settings
        .session()
        .map(name -> name + part)
        .orElseGet(() -> unused(results, startedAt, part));
  }

  /** The start in UTC, e.g. {@code 20261122-031002}, with a number where that folder exists. */
  static String unused(Path results, Instant startedAt) {
    return unused(results, startedAt, "");
  }

  private static String unused(Path results, Instant startedAt, String part) {
    var name = TIME.format(startedAt) + part;
    var candidate = name;
    for (var i = 2; Files.exists(results.resolve(candidate)); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }
}
