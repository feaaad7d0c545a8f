package dev.tr116.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Connections that stand and carry nothing. */
final class IdleConnections {
  /** How long one may have carried nothing; servers close theirs, too. The JDK's value. */
  private static final long KEPT = TimeUnit.SECONDS.toNanos(30);

  private final Map<Origin, Deque<Connection>> byServer = new HashMap<>();

  /** The one that was used last, and no older than half a minute. */
  Optional<Connection> take(Origin server) {
    var now = System.nanoTime();
    for (var next = poll(server); next.isPresent(); next = poll(server)) {
      if (now - next.get().idleSince() < KEPT) {
        return next;
      }
      next.get().close();
    }
    return Optional.empty();
  }

  /** Keeps one for another exchange. */
  synchronized void add(Connection connection) {
    byServer.computeIfAbsent(connection.server(), none -> new ArrayDeque<>()).addLast(connection);
  }

  /** Forgets one that can carry nothing more. */
  synchronized void remove(Connection connection) {
    var ofServer = byServer.get(connection.server());
    if (ofServer != null) {
      ofServer.remove(connection);
    }
  }

  private synchronized Optional<Connection> poll(Origin server) {
    return Optional.ofNullable(byServer.get(server)).map(Deque::pollLast);
  }
}
