package dev.tr116.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server whose every byte the test decides, one virtual thread for each connection. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final Thread accepting;

  private RawServer(ServerSocket listener, Conversation conversation) {
    this.listener = listener;
    this.accepting = Thread.ofVirtual().start(() -> accept(conversation));
  }

  /** What a connection does from its beginning to its end. */
  interface Conversation {
    void hold(Socket client) throws IOException, InterruptedException;
  }

  static RawServer holding(Conversation conversation) throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new RawServer(new ServerSocket(0, 64, loopback), conversation);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/api");
  }

  int connections() {
    return accepted.size();
  }

  /** Reads one request; its body, which is empty when the client has closed the connection. */
  static String request(Socket client) throws IOException {
    var in = client.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    var length =
        head.toString()
            .lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
            .sum();
    return new String(in.readNBytes(length), ISO_8859_1);
  }

  static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  /** Answers each request with its own body. */
  static void echo(Socket client) throws IOException {
    for (var asked = request(client); !asked.isEmpty(); asked = request(client)) {
      say(client, answer(asked));
    }
  }

  /** A whole answer with that body. */
  static String answer(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Waits until the client has closed the connection. */
  static void awaitEnd(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // Whatever it is, it is not the end.
    }
  }

  private void accept(Conversation conversation) {
    try {
      while (true) {
        var client = listener.accept();
        accepted.add(client);
        Thread.ofVirtual().start(() -> hold(conversation, client));
      }
    } catch (IOException e) {
      // The server was closed.
    }
  }

  private static void hold(Conversation conversation, Socket client) {
    try (client) {
      conversation.hold(client);
    } catch (IOException e) {
      // The client has had enough; what it was told is the test's matter.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      // The port is open until the thread that accepts has seen the end.
      accepting.join();
      for (var client : accepted) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
