package dev.tr116.agent;

import dev.tr116.llm.LlmClient;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Agents on virtual threads in one task scope: a failing one ends the others, and no thread is left
 * when {@link #run} returns. The only class that touches the preview API.
 */
@SuppressWarnings("preview")
final class StructuredRuntime implements AgentRuntime {
  private final LlmClient client;

  StructuredRuntime(LlmClient client) {
    this.client = client;
  }

  /**
   * Does nothing but load this class.
   *
   * @throws UnsupportedClassVersionError on a JVM without the preview
   */
  static void load() {}

  @Override
  public Span run(List<Agent> agents) {
    var ready = new CountDownLatch(agents.size());
    var barrier = new CountDownLatch(1);
    var released = new AtomicLong();
    var interrupted = false;
    AgentRuntime.prepare(agents, client);
    try (var scope = StructuredTaskScope.open()) {
      for (var agent : agents) {
        scope.fork(
            () -> {
              ready.countDown();
              barrier.await();
              if (!agent.work(client, released.get())) {
                throw new AgentFailed();
              }
              return agent;
            });
      }
      ready.await();
      released.set(System.nanoTime());
      barrier.countDown();
      scope.join();
    } catch (StructuredTaskScope.FailedException failed) {
      if (!(failed.getCause() instanceof AgentFailed)) {
        throw new IllegalStateException("an agent broke instead of reporting", failed.getCause());
      }
    } catch (InterruptedException stopped) {
      interrupted = true;
      Thread.currentThread().interrupt();
    }
    return new Span(released.get(), System.nanoTime(), interrupted);
  }

  /** Tells the scope to end the other agents; the outcome itself is kept by the agent. */
  private static final class AgentFailed extends Exception {
    private static final long serialVersionUID = 1L;

    AgentFailed() {
      super("a call failed", null, false, false);
    }
  }
}
