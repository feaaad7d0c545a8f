package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
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

  /** Makes one call and waits for its end, as {@link LlmClient#generate} does. */
  CallTrace generate(LlmRequest request) {
    var lease = connections.take();
    var call = new GenerateCall(lease.http(), protocol, request);
    running.add(call);
    try {
      if (closed) {
        call.cancel(FailureMessages.clientClosed());
      }
      return call.run();
    } finally {
      running.remove(call);
      connections.giveBack(lease, call.leftAConnection());
    }
  }

  /** Begins one call, as {@link LlmClient#start} does. */
  Flight start(LlmRequest request, ScheduledExecutorService steps) {
    var lease = connections.take();
    var call = new GenerateCall(lease.http(), protocol, request);
    running.add(call);
    if (closed) {
      call.cancel(FailureMessages.clientClosed());
    }
    var flight = call.start(steps);
    var _ =
        flight
            .outcome()
            .whenComplete(
                (trace, none) -> {
                  running.remove(call);
                  connections.giveBack(lease, call.leftAConnection());
                });
    return flight;
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
}
