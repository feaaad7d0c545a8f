package dev.tr116.load;

import dev.tr116.llm.Flight;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.TransportChoice;
import dev.tr116.trace.CallTrace;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Makes calls in every way that agents make them and holds each outcome against what was played.
 * One client for all waiting callers and the common pool, one on an event loop.
 */
final class Streams implements AutoCloseable {
  private static final int WRONG_TOLD = 10;
  private static final long CANCEL_AFTER_MS = 60;

  private final URI endpoint;
  private final LlmClient client;
  private final ScheduledThreadPoolExecutor loop =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("load-event-loop").daemon().factory());
  private final LlmClient onLoop;
  private final ScheduledThreadPoolExecutor cancels =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("load-cancels").daemon().factory());

  private final LongAdder calls = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder wrong = new LongAdder();
  private final Queue<String> wrongTold = new ConcurrentLinkedQueue<>();
  private final Queue<WeakReference<LlmRequest>> requests = new ConcurrentLinkedQueue<>();

  /** How a call is made. */
  enum Way {
    /** A virtual thread waits for its end. */
    WAITING,
    /** Nobody waits; steps run in the common pool. */
    COMMON_POOL,
    /** Nobody waits; one thread reads, stamps and steps. */
    EVENT_LOOP;

    /** Each in turn. */
    static Way of(int number) {
      return values()[number % values().length];
    }
  }

  Streams(URI endpoint, TransportChoice transport) {
    this.endpoint = endpoint;
    this.client = new OllamaClient(OllamaAccess.OPEN, transport);
    this.onLoop = client.on(loop);
    loop.setRemoveOnCancelPolicy(true);
  }

  /** One call, from its start to its end; for a virtual thread. */
  void call(Way way, Play play) {
    var trace = made(way, play);
    calls.increment();
    tokens.add(trace.chunks().size());
    play.wrongIn(trace).ifPresent(this::note);
  }

  long calls() {
    return calls.sum();
  }

  long tokens() {
    return tokens.sum();
  }

  /** How many calls did not give what was played. */
  long wrong() {
    return wrong.sum();
  }

  /** The first of them. */
  List<String> wrongTold() {
    return List.copyOf(wrongTold);
  }

  /** How many requests, and so their calls, something still holds; after a collection. */
  int held() {
    requests.removeIf(request -> request.refersTo(null));
    return requests.size();
  }

  @Override
  public void close() {
    onLoop.close();
    client.close();
    loop.shutdownNow();
    loop.close();
    cancels.shutdownNow();
    cancels.close();
  }

  private CallTrace made(Way way, Play play) {
    var request = request(play);
    requests.add(new WeakReference<>(request));
    return switch (way) {
      case WAITING -> waited(play, request);
      case COMMON_POOL -> landed(play, client.start(request, ForkJoinPool.commonPool()));
      case EVENT_LOOP -> landed(play, onLoop.start(request, loop));
    };
  }

  private CallTrace waited(Play play, LlmRequest request) {
    if (play.ending() == Play.Ending.CANCELLED) {
      var caller = Thread.currentThread();
      cancelSoon(caller::interrupt);
    }
    var trace = client.generate(request);
    var interrupted = Thread.interrupted();
    if (interrupted != (play.ending() == Play.Ending.CANCELLED)) {
      note(play.prompt() + ": interrupted is " + interrupted);
    }
    return trace;
  }

  private CallTrace landed(Play play, Flight flight) {
    if (play.ending() == Play.Ending.CANCELLED) {
      cancelSoon(flight::cancel);
    }
    return flight.outcome().join();
  }

  private void cancelSoon(Runnable cancel) {
    var _ = cancels.schedule(cancel, CANCEL_AFTER_MS, TimeUnit.MILLISECONDS);
  }

  private void note(String difference) {
    wrong.increment();
    if (wrong.sum() <= WRONG_TOLD) {
      wrongTold.add(difference);
    }
  }

  private LlmRequest request(Play play) {
    return new LlmRequest(
        endpoint,
        Model.named("gemma3"),
        play.prompt(),
        Optional.empty(),
        GenerationOptions.SERVER_DEFAULTS,
        "prompt",
        "10m",
        play.timeouts(),
        System.nanoTime());
  }
}
