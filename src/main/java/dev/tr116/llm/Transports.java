package dev.tr116.llm;

import dev.tr116.http.JdkTransport;
import dev.tr116.http.SelectorTransport;
import dev.tr116.http.Transport;
import dev.tr116.plan.TransportChoice;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The connections of one client: as they were chosen, and to {@code https} always Java's. */
final class Transports implements AutoCloseable {
  private final ServerTrust trust;
  private final TransportChoice choice;
  private final Optional<Executor> reading;
  private final Connections chosen;
  private @Nullable Connections secure;

  /**
   * Without connections yet.
   *
   * @param reading reads every answer; else the thread that waits for all of them does
   */
  Transports(ServerTrust trust, TransportChoice choice, Optional<Executor> reading) {
    this.trust = trust;
    this.choice = choice;
    this.reading = reading;
    this.chosen =
        new Connections(
            switch (choice) {
              case JDK -> this::jdk;
              case SELECTOR -> () -> new SelectorTransport(reading);
            });
  }

  /** The same with connections of their own, whose answers are read on that executor. */
  Transports readingOn(Executor loop) {
    return new Transports(trust, choice, Optional.of(loop));
  }

  /** Those to a server. */
  synchronized Connections connections(URI endpoint) {
    if (choice == TransportChoice.JDK || !"https".equalsIgnoreCase(endpoint.getScheme())) {
      return chosen;
    }
    var present = secure;
    if (present == null) {
      present = new Connections(this::jdk);
      secure = present;
    }
    return present;
  }

  /** Closes every connection. */
  @Override
  public synchronized void close() {
    chosen.close();
    var present = secure;
    if (present != null) {
      present.close();
    }
  }

  private Transport jdk() {
    // Sinks never wait, so the thread that waits may run them: no hand-over per chunk.
    return new JdkTransport(
        trust.on(HttpClient.newBuilder()).executor(reading.orElse(Runnable::run)));
  }
}
