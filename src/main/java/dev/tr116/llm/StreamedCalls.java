package dev.tr116.llm;

import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.CallTrace;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes streamed calls in one protocol, over HTTP/1.1 and without a proxy. One thread reads up to
 * 1000 answers at once, another the next 1000 (500 each over Java's HTTP client). A connection is
 * used again after an answer that came to its end, and closed after any other.
 */
final class StreamedCalls implements AutoCloseable {
  private final Transports transports;
  private final Protocol protocol;
  private final Set<GenerateCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Without connections yet. */
  StreamedCalls(Protocol protocol, ServerTrust trust, TransportChoice choice) {
    this(protocol, new Transports(trust, choice, Optional.empty()));
  }

  private StreamedCalls(Protocol protocol, Transports transports) {
    this.protocol = protocol;
    this.transports = transports;
  }

  /** Prepares one call, as {@link LlmClient#ready} does. */
  ReadyCall ready(LlmRequest request) {
    return new Ready(request, protocol.head(request), protocol.body(request));
  }

  /** The same protocol with connections of their own, whose answers are read on that executor. */
  StreamedCalls on(Executor loop) {
    return new StreamedCalls(protocol, transports.readingOn(loop));
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(call -> call.cancel(FailureMessages.clientClosed()));
    transports.close();
  }

  /** A request with its address, headers and body. */
  private final class Ready implements ReadyCall {
    private final LlmRequest request;
    private final Connections connections;
    private final HttpRequest.Builder head;
    private final byte[] body;

    Ready(LlmRequest request, HttpRequest.Builder head, byte[] body) {
      this.request = request;
      this.connections = transports.connections(request.endpoint());
      this.head = head;
      this.body = body;
    }

    @Override
    public CallTrace generate(long intended) {
      var lease = connections.take();
      var call = begin(lease, intended);
      try {
        return call.run();
      } finally {
        end(lease, call);
      }
    }

    @Override
    public Flight start(long intended, ScheduledExecutorService steps) {
      var lease = connections.take();
      var call = begin(lease, intended);
      var flight = call.start(steps);
      var _ = flight.outcome().whenComplete((trace, none) -> end(lease, call));
      return flight;
    }

    private GenerateCall begin(Connections.Lease lease, long intended) {
      var call = new GenerateCall(lease.transport(), protocol, request.at(intended), head, body);
      running.add(call);
      if (closed) {
        call.cancel(FailureMessages.clientClosed());
      }
      return call;
    }

    private void end(Connections.Lease lease, GenerateCall call) {
      running.remove(call);
      connections.giveBack(lease, call.leftAConnection());
    }
  }
}
