package dev.tr116.llm;

import java.net.http.HttpClient;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The connections of all calls. The JDK's client never closes a connection whose answer is not in
 * its protocol and gives nobody else a way to; only its own end does. So a client with such a
 * connection gets no more calls, and is ended with the last one it has.
 *
 * <p>One client reads all its connections on one thread. Beyond {@value #CALLS_OF_A_CLIENT} calls
 * at once the next client takes over, so that no answer waits for a thousand others to be stamped.
 */
final class Connections implements AutoCloseable {
  /** How many calls one client of the JDK has under way at most. */
  static final int CALLS_OF_A_CLIENT = 500;

  private final ServerTrust trust;
  private final Executor reading;

  /** The oldest first: it gets calls first, for it has connections that can be used again. */
  private final Set<Lease> open = new LinkedHashSet<>();

  /** Without any yet; answers are read on that executor. */
  Connections(ServerTrust trust, Executor reading) {
    this.trust = trust;
    this.reading = reading;
    open();
  }

  /** For one call, which gives it back. */
  synchronized Lease take() {
    var lease = open.stream().filter(Lease::hasRoom).findFirst().orElseGet(this::open);
    lease.calls++;
    return lease;
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

    private boolean hasRoom() {
      return !spoiled && calls < CALLS_OF_A_CLIENT;
    }
  }
}
