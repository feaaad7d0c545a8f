package dev.tr116.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that does with a connection whatever it was told; then it waits for the client's end. */
final class RawPeer implements Peer {
  private static final byte[] IPV4 = {127, 0, 0, 1};
  private static final byte[] IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final String host;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean asked;

  /** What becomes of a connection. */
  interface Behaviour {
    void serve(Socket client) throws IOException;
  }

  private RawPeer(ServerSocket listener, String host, Behaviour behaviour) {
    this.listener = listener;
    this.host = host;
    this.behaviour = behaviour;
  }

  /** Begins before anything is read. */
  static Peer connected(Behaviour behaviour) {
    return listen(IPV4, behaviour);
  }

  /** Begins once the request has been read, as far as it came with its head. */
  static Peer asked(Behaviour behaviour) {
    return connected(afterTheRequest(behaviour));
  }

  /** The same on the loop-back address of IPv6. */
  static Peer askedOverIpv6(Behaviour behaviour) {
    return listen(IPV6, afterTheRequest(behaviour));
  }

  /** Sends that answer to a request, bytes as Latin-1. */
  static Peer answering(String... pieces) {
    return asked(
        client -> {
          for (var piece : pieces) {
            write(client.getOutputStream(), piece);
          }
          client.shutdownOutput();
        });
  }

  /** Sends a block again and again until so many bytes are out, and then the end. */
  static Peer flooding(String head, String block, long bytes, String end) {
    return asked(
        client -> {
          var out = client.getOutputStream();
          var raw = block.getBytes(ISO_8859_1);
          write(out, head);
          for (var sent = 0L; sent < bytes; sent += raw.length) {
            out.write(raw);
          }
          write(out, end);
          client.shutdownOutput();
        });
  }

  /** Whether this machine has the loop-back address of IPv6. */
  static boolean hasIpv6() {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(IPV6), 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes text as Latin-1. */
  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  private static Peer listen(byte[] address, Behaviour behaviour) {
    try {
      var listener = new ServerSocket(0, 8, InetAddress.getByAddress(address));
      var peer =
          new RawPeer(listener, address.length == IPV6.length ? "[::1]" : "127.0.0.1", behaviour);
      Thread.ofVirtual().start(peer::accept);
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Behaviour afterTheRequest(Behaviour behaviour) {
    return client -> {
      var head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        var next = client.getInputStream().read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      behaviour.serve(client);
    };
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        open.add(client);
        asked = true;
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // The port was closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      behaviour.serve(client);
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Either side closed the connection, which is what it comes to.
    } finally {
      open.remove(client);
    }
  }

  @Override
  public URI endpoint() {
    return URI.create("http://" + host + ":" + listener.getLocalPort());
  }

  @Override
  public boolean wasAsked() {
    return asked;
  }

  @Override
  public boolean awaitNoConnection(Duration most) throws InterruptedException {
    var until = System.nanoTime() + most.toNanos();
    while (!open.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    return open.isEmpty();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
