package dev.tr116.server.llama;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Frames over a loop-back connection. The standard streams will not do: the native library prints
 * to them whenever it likes.
 */
final class RunnerWire implements AutoCloseable {
  private static final int LONGEST_TEXT = 64 << 20;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private volatile boolean broken;

  RunnerWire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  void send(RunnerFrame frame) throws IOException {
    synchronized (out) {
      try {
        write(frame);
        out.flush();
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }
  }

  /** Whether the other side is gone; a broken wire tells that before the process table does. */
  boolean isBroken() {
    return broken;
  }

  /** Waits for the next frame; throws {@link java.io.EOFException} when the other side is gone. */
  RunnerFrame receive() throws IOException {
    try {
      return read();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private RunnerFrame read() throws IOException {
    return switch (in.readByte()) {
      case 1 -> new RunnerFrame.Hello(readText());
      case 2 -> new RunnerFrame.Loaded();
      case 3 -> new RunnerFrame.Unusable(readText());
      case 4 -> new RunnerFrame.Failed(readText());
      case 5 ->
          new RunnerFrame.Generate(
              readText(),
              in.readInt(),
              in.readDouble(),
              in.readInt(),
              in.readDouble(),
              in.readDouble(),
              in.readInt());
      case 6 -> new RunnerFrame.Cancel();
      case 7 -> new RunnerFrame.PromptRead(in.readInt(), in.readLong());
      case 8 -> new RunnerFrame.Piece(readText(), in.readLong());
      case 9 -> new RunnerFrame.Finished();
      default -> throw new IOException("not a frame");
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(RunnerFrame frame) throws IOException {
    switch (frame) {
      case RunnerFrame.Hello(var secret) -> writeText(1, secret);
      case RunnerFrame.Loaded() -> out.writeByte(2);
      case RunnerFrame.Unusable(var detail) -> writeText(3, detail);
      case RunnerFrame.Failed(var message) -> writeText(4, message);
      case RunnerFrame.Generate order -> write(order);
      case RunnerFrame.Cancel() -> out.writeByte(6);
      case RunnerFrame.PromptRead(var tokens, var nanos) -> {
        out.writeByte(7);
        out.writeInt(tokens);
        out.writeLong(nanos);
      }
      case RunnerFrame.Piece(var text, var nanos) -> {
        writeText(8, text);
        out.writeLong(nanos);
      }
      case RunnerFrame.Finished() -> out.writeByte(9);
    }
  }

  private void write(RunnerFrame.Generate order) throws IOException {
    writeText(5, order.prompt());
    out.writeInt(order.tokens());
    out.writeDouble(order.temperature());
    out.writeInt(order.topK());
    out.writeDouble(order.topP());
    out.writeDouble(order.repeatPenalty());
    out.writeInt(order.seed());
  }

  private void writeText(int type, String text) throws IOException {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(type);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private String readText() throws IOException {
    var length = in.readInt();
    if (length < 0 || length > LONGEST_TEXT) {
      throw new IOException("not a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
