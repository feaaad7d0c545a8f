package dev.tr116.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue of waiting connections is full, so that one more is never accepted. */
final class FullPort implements Peer {
  private static final int MORE_THAN_FIT = 8;

  private final ServerSocket listener;
  private final List<SocketChannel> waiting = new ArrayList<>();

  private FullPort() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    for (var i = 0; i < MORE_THAN_FIT; i++) {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.connect(listener.getLocalSocketAddress());
      waiting.add(channel);
    }
  }

  static Peer open() {
    try {
      return new FullPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  @Override
  public void close() {
    try {
      for (var channel : waiting) {
        channel.close();
      }
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
