package dev.tr116.results;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Files that are made from a session's records and stand beside them. */
public final class SessionFile {
  private SessionFile() {}

  /**
   * Writes a text, UTF-8, whole or not at all.
   *
   * @param session the session's folder
   * @param name of the file
   * @return the file
   * @throws java.io.UncheckedIOException when the disk is full or the folder cannot be written
   */
  public static Path write(Path session, String name, String text) {
    var file = session.resolve(name);
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    return file;
  }
}
