package dev.tr116.results;

import java.nio.file.Path;

/** A kept file is missing, broken or says what cannot be; the message names file and field. */
public final class UnreadableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRecordException(Path file, String why) {
    super(file + ": " + why);
  }

  UnreadableRecordException(Path file, String why, Throwable cause) {
    super(file + ": " + why, cause);
  }
}
