package dev.tr116.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Accepts connections on the loop-back interface and serves each in a thread of its own. */
final class HttpListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());
  private static final int BACKLOG = 128;
  private static final long PAUSE_NANOS = 10_000_000;

  private final ServerSocket door;
  private final Consumer<HttpCall> handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private HttpListener(ServerSocket door, Consumer<HttpCall> handler) {
    this.door = door;
    this.handler = handler;
  }

  static HttpListener start(int port, Consumer<HttpCall> handler) throws IOException {
    var door = new ServerSocket();
    try {
      door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    } catch (IOException e) {
      door.close();
      throw e;
    }
    var listener = new HttpListener(door, handler);
    Thread.ofPlatform().daemon().name("ollama-server-" + listener.port()).start(listener::accept);
    return listener;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Listens no more and breaks off all connections. */
  @Override
  public void close() {
    try {
      door.close();
      for (var socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        serve(door.accept());
      } catch (IOException e) {
        LOG.log(door.isClosed() ? Level.DEBUG : Level.WARNING, "cannot accept a connection", e);
        // Without a descriptor left it fails again until some connection is closed.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    open.add(socket);
    if (door.isClosed()) {
      socket.close();
    }
    Thread.ofVirtual()
        .name("ollama-connection")
        .start(
            () -> {
              try {
                new HttpConnection(socket, handler).run();
              } finally {
                open.remove(socket);
              }
            });
  }
}
