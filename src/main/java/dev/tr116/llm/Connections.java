package dev.tr116.llm;

import dev.tr116.http.Transport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The connections of all calls. A transport that has kept a connection which nobody can use or
 * close gets no more calls, and is ended with the last one it has.
 *
 * <p>One transport reads all its connections on one thread. When that has as many calls as it can
 * stamp in time, the next one takes over.
 */
final class Connections implements AutoCloseable {
  private final Supplier<Transport> transports;

  /** The oldest first: it gets calls first, for it has connections that can be used again. */
  private final Set<Lease> open = new LinkedHashSet<>();

  private boolean closed;

  /** Without any yet; each transport is made when it is needed, the first one now. */
  Connections(Supplier<Transport> transports) {
    this.transports = transports;
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
    if ((lease.spoiled || closed) && lease.calls == 0 && open.remove(lease)) {
      lease.transport.shutdown();
    }
  }

  /** Closes every connection; one that is taken afterwards is closed when it is given back. */
  @Override
  public void close() {
    List<Lease> left;
    synchronized (this) {
      left = List.copyOf(open);
      open.clear();
      closed = true;
    }
    left.forEach(lease -> lease.transport.shutdown());
    left.forEach(lease -> lease.transport.close());
  }

  private Lease open() {
    var lease = new Lease(transports.get());
    open.add(lease);
    return lease;
  }

  /** What a call is made with. */
  static final class Lease {
    private final Transport transport;
    private int calls;
    private boolean spoiled;

    private Lease(Transport transport) {
      this.transport = transport;
    }

    Transport transport() {
      return transport;
    }

    private boolean hasRoom() {
      return !spoiled && calls < transport.callsAtOnce();
    }
  }
}
