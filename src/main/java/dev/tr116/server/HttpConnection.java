package dev.tr116.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One client's connection, which carries requests one after another.
 *
 * <p>Its own thread does nothing but read. While a request is handled by another thread, it waits
 * for the next byte; when the end comes instead, the client has left, which is so noticed at once
 * and not only when something cannot be written.
 */
final class HttpConnection implements Runnable {
  private static final System.Logger LOG = System.getLogger(HttpConnection.class.getName());
  private static final long MOST_TO_DISCARD = 8L * RequestBody.LARGEST_BYTES;

  private final Socket socket;
  private final Consumer<HttpCall> handler;

  HttpConnection(Socket socket, Consumer<HttpCall> handler) {
    this.socket = socket;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var goesOn = true;
      while (goesOn) {
        goesOn = serveNext(in);
      }
    } catch (IOException | ClientGoneException e) {
      LOG.log(Level.DEBUG, "a connection broke", e);
    }
  }

  private boolean serveNext(InputStream in) throws IOException {
    try {
      var head = RequestHead.read(in);
      if (head.isEmpty()) {
        return false;
      }
      var refusal = BrowserGuard.refusal(head.get().headers());
      if (refusal.isPresent()) {
        throw new ApiException(403, refusal.get());
      }
      return serve(head.get(), in);
    } catch (ApiException e) {
      refuse(e, in);
      return false;
    }
  }

  private boolean serve(RequestHead head, InputStream in) throws IOException {
    if (head.is("expect", "100-continue")) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    var client = new ClientPresence();
    var call = new HttpCall(head, RequestBody.read(head, in), socket.getOutputStream(), client);
    var handling = Thread.ofVirtual().name("ollama-call").start(() -> handle(call, head));
    if (isAtEnd(in)) {
      client.leave();
    }
    try {
      handling.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !socket.isClosed() && !client.isGone();
  }

  /** Closes the connection after an answer that nothing can follow: the reader sees that, too. */
  private void handle(HttpCall call, RequestHead head) {
    handler.accept(call);
    if (!head.isPersistent() || !call.isComplete()) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A connection that was reset is at its end as well. */
  private static boolean isAtEnd(InputStream in) {
    try {
      return RequestHead.isAtEnd(in);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a client reset its connection", e);
      return true;
    }
  }

  /** Answers a request that cannot be read to its end, and lets the client see the answer. */
  private void refuse(ApiException reason, InputStream in) throws IOException {
    var head = new RequestHead("", "", "HTTP/1.0", Map.of());
    new HttpCall(head, new byte[0], socket.getOutputStream(), new ClientPresence())
        .answer(reason.status(), Json.error(reason.getMessage()));
    socket.shutdownOutput();
    // Closing with unread input would reset the connection and could take the answer with it.
    for (var left = MOST_TO_DISCARD; left > 0 && !RequestHead.isAtEnd(in); ) {
      left -= in.skip(left);
    }
  }
}
