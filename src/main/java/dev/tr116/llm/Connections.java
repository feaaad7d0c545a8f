package dev.tr116.llm;

import java.net.http.HttpClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The connections of all calls. The JDK's client never closes a connection whose answer is not in
 * its protocol and gives nobody else a way to; only its own end does. So a client with such a
 * connection gets no more calls, and is ended with the last one it has.
 */
final class Connections implements AutoCloseable {
  private final ServerTrust trust;
  private final Executor reading;
  private final Set<Lease> open = new HashSet<>();
  private Lease current;

  /** Without any yet; answers are read on that executor. */
  Connections(ServerTrust trust, Executor reading) {
    this.trust = trust;
    this.reading = reading;
    this.current = open();
  }

  /** For one call, which gives it back. */
  synchronized Lease take() {
    if (current.spoiled) {
      current = open();
    }
    current.calls++;
    return current;
  }

  /** A call is over; {@code spoiled} when it has left a connection that nobody can close. */
  synchronized void giveBack(Lease lease, boolean spoiled) {
    lease.calls--;
    lease.spoiled |= spoiled;
    if (lease.spoiled && lease.calls == 0 && open.remove(lease)) {
      lease.http.shutdownNow();
    }
  }

  /** Closes every connection. */
  @Override
  public void close() {
    List<Lease> left;
    synchronized (this) {
      left = List.copyOf(open);
      open.clear();
    }
    left.forEach(lease -> lease.http.shutdownNow());
    left.forEach(lease -> lease.http.close());
  }

  private Lease open() {
    var lease =
        new Lease(
            trust
                .on(HttpClient.newBuilder())
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(reading)
                .build());
    open.add(lease);
    return lease;
  }

  /** What a call is made with. */
  static final class Lease {
    private final HttpClient http;
    private int calls;
    private boolean spoiled;

    private Lease(HttpClient http) {
      this.http = http;
    }

    HttpClient http() {
      return http;
    }
  }
}
