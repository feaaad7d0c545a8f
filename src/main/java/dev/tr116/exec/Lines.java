package dev.tr116.exec;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 that have an end. */
final class Lines {
  /** The longest line accepted: 64 MiB. */
  static final int LIMIT = 64 * 1024 * 1024;

  private final InputStream source;

  Lines(InputStream source) {
    this.source = new BufferedInputStream(source);
  }

  /**
   * The next line; nothing at the end, where a line without its end does not count.
   *
   * @throws IOException also when a line is too long
   */
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var each = source.read(); each >= 0; each = source.read()) {
      if (each == '\n') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (line.size() == LIMIT) {
        throw new IOException("a line is longer than " + LIMIT + " bytes");
      }
      line.write(each);
    }
    return Optional.empty();
  }
}
