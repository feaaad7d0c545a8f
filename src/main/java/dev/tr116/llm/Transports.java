package dev.tr116.llm;

import dev.tr116.http.JdkTransport;
import dev.tr116.http.SelectorTransport;
import dev.tr116.http.Transport;
import dev.tr116.plan.TransportChoice;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The connections of one client: as they were chosen, and to {@code https} always Java's. */
final class Transports implements AutoCloseable {
  private final ServerTrust trust;
  private final TransportChoice choice;
  private final Optional<Executor> reading;
  private final Map<TransportChoice, Connections> byKind = new EnumMap<>(TransportChoice.class);
  private boolean closed;

  /**
   * Without connections yet.
   *
   * @param reading reads every answer; else the thread that waits for all of them does
   */
  Transports(ServerTrust trust, TransportChoice choice, Optional<Executor> reading) {
    this.trust = trust;
    this.choice = choice;
    this.reading = reading;
  }

  /** The same with connections of their own, whose answers are read on that executor. */
  Transports readingOn(Executor loop) {
    return new Transports(trust, choice, Optional.of(loop));
  }

  /** Those to a server; after the end such that are closed when they are given back. */
  synchronized Connections connections(URI endpoint) {
    var kind = choice.to(endpoint);
    var connections = byKind.computeIfAbsent(kind, none -> new Connections(() -> transport(kind)));
    if (closed) {
      connections.close();
    }
    return connections;
  }

  /** Closes every connection. */
  @Override
  public synchronized void close() {
    closed = true;
    byKind.values().forEach(Connections::close);
  }

  private Transport transport(TransportChoice kind) {
    return switch (kind) {
      case SELECTOR -> new SelectorTransport(reading);
      // Sinks never wait, so the thread that waits may run them: no hand-over per chunk.
      case JDK ->
          new JdkTransport(
              trust.on(HttpClient.newBuilder()).executor(reading.orElse(Runnable::run)));
    };
  }
}
