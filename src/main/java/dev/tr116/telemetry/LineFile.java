package dev.tr116.telemetry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that grow by lines, also when a process goes on where another was killed. */
public final class LineFile {
  private LineFile() {}

  /**
   * Opens a file behind its last whole line. What a killed process left of one more is cut off.
   *
   * @throws IOException when it cannot be opened or written
   */
  public static FileChannel open(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.position(endOfLastLine(channel));
      channel.truncate(channel.position());
      return channel;
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    var end = channel.size();
    var last = ByteBuffer.allocate(1);
    while (end > 0) {
      channel.read(last.clear(), end - 1);
      if (last.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }
}
