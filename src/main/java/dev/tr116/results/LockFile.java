package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that one process holds. The operating system lets go of it with the process, however that
 * ends; the text in it only tells who holds it.
 */
final class LockFile implements AutoCloseable {
  /** Beyond the text, so that others can read it where locked bytes cannot be read. */
  private static final long LOCKED_BYTE = 1L << 20;

  private static final int LONGEST_TEXT = 1000;

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Who holds the file, or the lock on it. */
  record Attempt(Optional<LockFile> held, String owner) {}

  /**
   * Tries to get hold of a file; never waits.
   *
   * @param what it is held for
   * @throws UncheckedIOException when the file cannot be written
   */
  static Attempt take(Path file, String what) {
    try {
      Files.createDirectories(file.getParent());
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        if (lock(channel).isEmpty()) {
          var owner = read(channel);
          channel.close();
          return new Attempt(Optional.empty(), owner.isEmpty() ? "another process" : owner);
        }
        var text = owner(what);
        write(channel, text);
        return new Attempt(Optional.of(new LockFile(channel)), text);
      } catch (IOException failed) {
        channel.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "cannot lock " + file + "; check free space and permissions, or set tr116.results",
          failed);
    }
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static String owner(String what) {
    return what
        + ", process "
        + ProcessHandle.current().pid()
        + " on "
        + host()
        + " since "
        + Instants.millis(Instant.now());
  }

  /** The name of this machine. */
  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "this machine";
    }
  }

  private static String read(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot let go of a lock", failed);
    }
  }
}
