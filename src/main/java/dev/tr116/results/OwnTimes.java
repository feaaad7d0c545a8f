package dev.tr116.results;

import dev.tr116.plan.RunId;
import dev.tr116.statistics.Distribution;
import dev.tr116.telemetry.LineFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code own_time.jsonl} of a session: what the program itself needed for each run, ms. A
 * session that goes on adds to it; one that was joined has those of its parts.
 */
final class OwnTimes {
  static final String NAME = "own_time.jsonl";

  private OwnTimes() {}

  /** Adds a run. */
  static void add(Path session, RunId run, double ms) {
    var file = session.resolve(NAME);
    var line = Json.object();
    line.put("run", run.key());
    line.put("own_time_ms", ms);
    try (var channel = LineFile.open(file)) {
      var bytes = ByteBuffer.wrap(Json.line(line));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failed) {
      throw UnwritableException.of(file, failed);
    }
  }

  /** Those of a session's runs, each run as it was measured last; empty when there are none. */
  static Optional<Distribution> of(Path session) {
    var last = new HashMap<String, Double>();
    for (var file : MergedNotes.named(session, NAME)) {
      last.putAll(read(file));
    }
    return Distribution.of(List.copyOf(last.values()));
  }

  private static Map<String, Double> read(Path file) {
    var times = new HashMap<String, Double>();
    try {
      var text = Files.readString(file, StandardCharsets.UTF_8);
      var number = 0;
      for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        var json = KeptJson.line(file, ++number, line);
        json.figure("own_time_ms").ifPresent(ms -> times.put(json.text("run"), ms));
      }
      return times;
    } catch (IOException unreadable) {
      throw new UnreadableRecordException(file, "cannot be read: " + unreadable, unreadable);
    }
  }
}
