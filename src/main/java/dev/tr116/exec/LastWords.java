package dev.tr116.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The end of what a program writes to its standard error. */
final class LastWords {
  private static final int KEPT = 2000;

  private final StringBuilder text = new StringBuilder();

  /** Reads until the stream ends. */
  void readAll(InputStream source) {
    var buffer = new char[1024];
    try (var reader = new InputStreamReader(source, StandardCharsets.UTF_8)) {
      for (var n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        add(new String(buffer, 0, n));
      }
    } catch (IOException e) {
      add("(its standard error broke: " + e + ")");
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    text.delete(0, Math.max(0, text.length() - KEPT));
  }

  /** A clause for a message. */
  synchronized String clause() {
    return text.toString().isBlank()
        ? "; it wrote nothing to its standard error"
        : "; the end of its standard error: " + text.toString().strip();
  }
}
