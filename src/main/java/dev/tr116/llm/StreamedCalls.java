package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Makes streamed calls in one protocol, over HTTP/1.1 and without a proxy. One thread reads up to
 * 500 answers at once, another the next 500. A connection is used again after an answer that came
 * to its end, and closed after any other.
 */
final class StreamedCalls implements AutoCloseable {
  private final Connections connections;
  private final ServerTrust trust;
  private final Protocol protocol;
  private final Set<GenerateCall> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Without connections yet. */
  StreamedCalls(Protocol protocol, ServerTrust trust) {
    // Subscribers never wait, so the thread that reads may run them: no hand-over per chunk.
    this(protocol, trust, Runnable::run);
  }

  private StreamedCalls(Protocol protocol, ServerTrust trust, Executor reading) {
    this.protocol = protocol;
    this.trust = trust;
    this.connections = new Connections(trust, reading);
  }

  /** Prepares one call, as {@link LlmClient#ready} does. */
  ReadyCall ready(LlmRequest request) {
    return new Ready(request, protocol.head(request), protocol.body(request));
  }

  /** The same protocol with connections of their own, whose answers are read on that executor. */
  StreamedCalls on(Executor loop) {
    return new StreamedCalls(protocol, trust, loop);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(call -> call.cancel(FailureMessages.clientClosed()));
    connections.close();
  }

  /** A request with its address, headers and body. */
  private final class Ready implements ReadyCall {
    private final LlmRequest request;
    private final HttpRequest.Builder head;
    private final byte[] body;

    Ready(LlmRequest request, HttpRequest.Builder head, byte[] body) {
      this.request = request;
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
      var call = new GenerateCall(lease.http(), protocol, request.at(intended), head, body);
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
