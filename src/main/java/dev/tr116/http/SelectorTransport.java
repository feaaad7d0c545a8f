package dev.tr116.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * HTTP/1.1 over plain sockets for many slow streams: one thread waits for all of them and stamps,
 * reads and hands over what one read gave, with nothing in between. It speaks to {@code http}
 * addresses alone.
 */
public final class SelectorTransport implements Transport {
  private final SelectorLoop loop;
  private final IdleConnections idle;

  /**
   * Without connections yet.
   *
   * @param reading reads and stamps in place of the thread that waits
   * @throws UncheckedIOException when the system gives this process no file for it
   */
  public SelectorTransport(Optional<Executor> reading) {
    this(reading, System::nanoTime);
  }

  /** The clock tells how long connections are idle, ns. */
  SelectorTransport(Optional<Executor> reading, LongSupplier clock) {
    this.idle = new IdleConnections(clock);
    try {
      this.loop = new SelectorLoop(reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Exchange post(HttpRequest.Builder head, byte[] body, Answer answer) {
    var request = head.POST(HttpRequest.BodyPublishers.noBody()).build();
    var server = Origin.of(request.uri());
    var exchange = new RunningExchange(RequestBytes.post(request, body), answer);
    for (var used = idle.take(server); used.isPresent(); used = idle.take(server)) {
      exchange.on(used.get());
      if (used.get().begin(exchange)) {
        return exchange;
      }
    }
    try {
      var address = server.address();
      var connection = new Connection(server, loop, idle);
      exchange.on(connection);
      connection.begin(address, exchange);
    } catch (IOException noSocket) {
      exchange.broke(noSocket, System.nanoTime());
    }
    return exchange;
  }

  /** More than over the JDK's client: a token takes some 60 % of its CPU time. */
  @Override
  public int callsAtOnce() {
    return 1_000;
  }

  @Override
  public boolean keepsWhatIsNoHttp() {
    return false;
  }

  @Override
  public void shutdown() {
    loop.shutdown();
  }

  @Override
  public void close() {
    loop.shutdown();
    loop.awaitEnd();
  }
}
