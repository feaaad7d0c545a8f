package dev.tr116.llm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of waiting connections is full, so that one more never stands. */
final class FullBacklog implements AutoCloseable {
  private static final int MORE_THAN_FIT = 8;

  private final ServerSocket listener;
  private final List<SocketChannel> waiting = new ArrayList<>();

  private FullBacklog(ServerSocket listener) {
    this.listener = listener;
  }

  static FullBacklog open() throws IOException {
    var backlog =
        new FullBacklog(
            new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    for (var i = 0; i < MORE_THAN_FIT; i++) {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect((InetSocketAddress) backlog.listener.getLocalSocketAddress());
      backlog.waiting.add(channel);
    }
    return backlog;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    for (var channel : waiting) {
      channel.close();
    }
    listener.close();
  }
}
