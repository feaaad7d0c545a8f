package dev.tr116.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Connections that stand and carry nothing. */
final class IdleConnections {
  /** How long one may carry nothing; servers close theirs, too. The JDK's value. */
  static final long KEPT = TimeUnit.SECONDS.toNanos(30);

  private final LongSupplier clock;

  /** Of each server, those that are idle for longest first. */
  private final Map<Origin, Deque<Idle>> byServer = new HashMap<>();

  /** None yet; the clock tells ns. */
  IdleConnections(LongSupplier clock) {
    this.clock = clock;
  }

  /** The one that was used last; those that have been idle for too long are closed. */
  Optional<Connection> take(Origin server) {
    stale(server).forEach(Connection::close);
    return latest(server);
  }

  /** Keeps one for another exchange. */
  synchronized void add(Connection connection) {
    byServer
        .computeIfAbsent(connection.server(), none -> new ArrayDeque<>())
        .addLast(new Idle(connection, clock.getAsLong()));
  }

  /** Forgets one that can carry nothing more. */
  synchronized void remove(Connection connection) {
    of(connection.server()).removeIf(idle -> idle.connection().equals(connection));
  }

  private synchronized List<Connection> stale(Origin server) {
    List<Connection> stale = new ArrayList<>();
    var idle = of(server);
    while (!idle.isEmpty() && clock.getAsLong() - idle.getFirst().since() >= KEPT) {
      stale.add(idle.removeFirst().connection());
    }
    return stale;
  }

  private synchronized Optional<Connection> latest(Origin server) {
    return Optional.ofNullable(of(server).pollLast()).map(Idle::connection);
  }

  private Deque<Idle> of(Origin server) {
    return byServer.getOrDefault(server, new ArrayDeque<>());
  }

  private record Idle(Connection connection, long since) {}
}
