package dev.tr116.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a file's content from any other.
 *
 * @param bytes its size
 * @param sha256 64 hex digits
 */
record Checksum(long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** Reads a file to its end. */
  static Checksum of(Path file) throws IOException {
    return of(file, Long.MAX_VALUE);
  }

  /** Reads so much of a file. */
  static Checksum of(Path file, long most) throws IOException {
    var digest = digest();
    var size = 0L;
    try (var input = Files.newInputStream(file)) {
      var buffer = new byte[BUFFER];
      for (var read = 0; read >= 0; read = input.read(buffer, 0, upTo(most - size))) {
        digest.update(buffer, 0, read);
        size += read;
        if (size == most) {
          break;
        }
      }
    }
    return new Checksum(size, HexFormat.of().formatHex(digest.digest()));
  }

  private static int upTo(long left) {
    return (int) Math.min(BUFFER, left);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
