package dev.tr116.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A port that greets every client with the same bytes and reads nothing. */
final class RawPort implements AutoCloseable {
  private final ServerSocket listener;

  private RawPort(ServerSocket listener) {
    this.listener = listener;
  }

  static RawPort greeting(String text) throws IOException {
    var port =
        new RawPort(new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    Thread.ofVirtual().start(() -> port.greet(text.getBytes(StandardCharsets.UTF_8)));
    return port;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  private void greet(byte[] text) {
    try {
      while (true) {
        var client = listener.accept();
        client.getInputStream().read();
        client.getOutputStream().write(text);
        client.shutdownOutput();
      }
    } catch (IOException e) {
      // The port was closed.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
