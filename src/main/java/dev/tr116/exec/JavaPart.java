package dev.tr116.exec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.llm.LlmClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One part in the program in Java: an agent a virtual thread, all behind one barrier. */
final class JavaPart {
  private final LlmClient client;
  private final EventWriter events;
  private final List<BlockingQueue<Optional<JsonNode>>> orders = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch barrier = new CountDownLatch(1);
  private final CountDownLatch ready;
  private final AtomicInteger under;
  private volatile long released;

  /** Agents of a plan, waiting for {@link #go}. */
  JavaPart(LlmClient client, EventWriter events, JsonNode agents) {
    this.client = client;
    this.events = events;
    this.ready = new CountDownLatch(agents.size());
    this.under = new AtomicInteger(agents.size());
    for (var agent : agents) {
      var queue = new LinkedBlockingQueue<Optional<JsonNode>>();
      if (agent.has("call")) {
        queue.add(Optional.of(agent.path("call")));
      }
      orders.add(queue);
    }
    for (var i = 0; i < agents.size(); i++) {
      var index = i;
      threads.execute(() -> agent(index));
    }
    awaitReady();
  }

  /** Opens the barrier. */
  void go() {
    released = System.nanoTime();
    events.released(released);
    barrier.countDown();
  }

  /** What an agent is to do next; nothing lets it end. */
  void order(int agent, Optional<JsonNode> call) {
    orders.get(agent).add(call);
  }

  /** Ends every agent; a part that was not released is over then, too. */
  void cancel() {
    threads.shutdownNow();
    if (barrier.getCount() > 0) {
      go();
    }
  }

  private void awaitReady() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      // Nobody interrupts the thread that reads the commands.
      Thread.currentThread().interrupt();
    }
  }

  private void agent(int agent) {
    try {
      ready.countDown();
      barrier.await();
      events.agentStart(agent, System.nanoTime());
      work(agent);
    } catch (InterruptedException cancelled) {
      // The call that was under way has told so.
    } catch (IOException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(1);
    } finally {
      awaitRelease();
      events.agentEnd(agent, System.nanoTime());
      if (under.decrementAndGet() == 0) {
        events.end(System.nanoTime());
      }
    }
  }

  private void work(int agent) throws InterruptedException, IOException {
    var intended = released;
    var order = orders.get(agent).take();
    for (var call = 0; order.isPresent(); call++) {
      var trace = client.generate(BodyReader.request(order.get(), intended));
      events.call(agent, call, trace);
      if (!trace.succeeded()) {
        threads.shutdownNow();
        return;
      }
      intended = System.nanoTime();
      order = orders.get(agent).take();
    }
  }

  /** An agent that was cancelled before the barrier ends after it, as every event follows that. */
  private void awaitRelease() {
    while (barrier.getCount() > 0) {
      try {
        barrier.await();
      } catch (InterruptedException again) {
        // It is ending already.
      }
    }
  }
}
