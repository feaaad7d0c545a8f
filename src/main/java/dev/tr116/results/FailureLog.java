package dev.tr116.results;

import dev.tr116.telemetry.LineFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@code failures.jsonl} of a session: one line for each failed call and each decision about a
 * cell, on disk before anything else happens. A session without failures has none.
 *
 * @param file where it is kept
 */
public record FailureLog(Path file) {
  /** The file's name in the session's folder. */
  public static final String FILE = "failures.jsonl";

  /** The log of a session. */
  public static FailureLog in(Path session) {
    return new FailureLog(session.resolve(FILE));
  }

  /**
   * Adds a line and forces it to disk. What a killed session left of its last line is cut off.
   *
   * @throws UnwritableException when the disk is full or the folder cannot be written
   */
  public synchronized void add(FailureEntry entry) {
    try (var channel = LineFile.open(file)) {
      var line = ByteBuffer.wrap(Json.line(FailureJson.of(entry)));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    } catch (IOException failed) {
      throw UnwritableException.of(file, failed);
    }
  }

  /**
   * The whole lines of the log, in order; none where there is no log. A last line without its end
   * is what a killed session left, and is not told.
   *
   * @throws UnreadableRecordException naming the line that is no entry
   */
  public List<KeptFailure> read() {
    return KeptFailure.readAll(file);
  }
}
