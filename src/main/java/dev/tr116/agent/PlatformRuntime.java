package dev.tr116.agent;

import dev.tr116.llm.LlmClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Every agent on a platform thread of its own; a failing one interrupts the others, and no thread
 * is left when {@link #run} returns.
 */
final class PlatformRuntime implements AgentRuntime {
  private final LlmClient client;

  PlatformRuntime(LlmClient client) {
    this.client = client;
  }

  @Override
  public Span run(List<Agent> agents) {
    return new Team(client, agents).run();
  }

  /** The threads of one part. */
  private static final class Team {
    private final LlmClient client;
    private final List<Agent> agents;
    private final ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("tr116-agent-", 1).factory());
    private final CountDownLatch ready;
    private final CountDownLatch barrier = new CountDownLatch(1);
    private final AtomicReference<Optional<RuntimeException>> broken =
        new AtomicReference<>(Optional.empty());
    private volatile long released;

    Team(LlmClient client, List<Agent> agents) {
      this.client = client;
      this.agents = agents;
      this.ready = new CountDownLatch(agents.size());
    }

    Span run() {
      AgentRuntime.prepare(agents, client);
      // Closing waits for every thread; an interrupt meanwhile is passed on to them, and kept.
      try (threads) {
        agents.forEach(agent -> threads.execute(() -> work(agent)));
        release();
      }
      var ended = System.nanoTime();
      broken
          .get()
          .ifPresent(
              thrown -> {
                throw new IllegalStateException("an agent broke instead of reporting", thrown);
              });
      return new Span(released, ended, Thread.currentThread().isInterrupted());
    }

    private void release() {
      try {
        ready.await();
        released = System.nanoTime();
        barrier.countDown();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    private void work(Agent agent) {
      ready.countDown();
      try {
        barrier.await();
        if (!agent.work(client, released)) {
          threads.shutdownNow();
        }
      } catch (InterruptedException stopped) {
        // Before its first call: nothing is to be told of this agent.
      } catch (RuntimeException thrown) {
        broken.set(Optional.of(thrown));
        threads.shutdownNow();
      }
    }
  }
}
