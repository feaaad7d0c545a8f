package dev.tr116.artifacts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The beginning of a file.
 *
 * @param text as UTF-8; bytes that are none are replaced
 * @param bytes how large the whole file is
 * @param isWhole whether the text is all of it
 */
record FileHead(String text, long bytes, boolean isWhole) {
  /** Enough for the columns of a table and the keys of a record. */
  static final int MOST_BYTES = 32 * 1024;

  /**
   * Reads it; a symbolic link is not followed.
   *
   * @throws IOException when it cannot be read
   */
  static FileHead of(Path file) throws IOException {
    var how = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (var channel = Files.newByteChannel(file, how)) {
      var head = read(channel);
      var bytes = Math.max(channel.size(), head.remaining());
      var isWhole = bytes == head.remaining();
      var text = StandardCharsets.UTF_8.decode(head).toString();
      return new FileHead(text.startsWith("\uFEFF") ? text.substring(1) : text, bytes, isWhole);
    }
  }

  /** Whether it is no text, whatever its name says. */
  boolean isBinary() {
    return text.indexOf('\0') >= 0;
  }

  private static ByteBuffer read(SeekableByteChannel channel) throws IOException {
    var head = ByteBuffer.allocate(MOST_BYTES);
    var more = 0;
    while (more >= 0 && head.hasRemaining()) {
      more = channel.read(head);
    }
    return head.flip();
  }
}
