package dev.tr116.agent;

import dev.tr116.llm.LlmClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Agents as chains of futures: no thread belongs to an agent, and none waits for an answer. */
final class AsyncRuntime implements AgentRuntime {
  private final LlmClient client;
  private final ScheduledExecutorService steps;
  private final Executor start;

  /**
   * A runtime.
   *
   * @param client makes the calls
   * @param steps where the agents' steps run after the first
   * @param start where all agents are begun with
   */
  private AsyncRuntime(LlmClient client, ScheduledExecutorService steps, Executor start) {
    this.client = client;
    this.steps = steps;
    this.start = start;
  }

  /**
   * Begins the agents on the caller's thread and goes on in the JVM's common pool, as a chain on
   * {@code HttpClient.sendAsync} does by itself.
   */
  static AsyncRuntime inTheCommonPool(LlmClient client) {
    return new AsyncRuntime(client, ForkJoinPool.commonPool(), Runnable::run);
  }

  /** Does everything on one executor, on which the client also reads. */
  static AsyncRuntime on(LlmClient client, ScheduledExecutorService loop) {
    return new AsyncRuntime(client, loop, loop);
  }

  @Override
  public Span run(List<Agent> agents) {
    AgentRuntime.prepare(agents, client);
    var relay = new Relay(client, steps, agents);
    var end = CompletableFuture.completedFuture(relay).thenComposeAsync(Relay::release, start);
    var interrupted = await(end, relay);
    return new Span(relay.released(), System.nanoTime(), interrupted);
  }

  /** Waits for the last agent; whether this thread was interrupted meanwhile. */
  private static boolean await(CompletableFuture<@Nullable Void> end, Relay relay) {
    try {
      end.get();
      return false;
    } catch (InterruptedException stopped) {
      relay.stop();
      try {
        end.join();
      } catch (CompletionException broken) {
        throw broke(broken);
      } finally {
        Thread.currentThread().interrupt();
      }
      return true;
    } catch (ExecutionException broken) {
      throw broke(broken);
    }
  }

  private static IllegalStateException broke(Exception broken) {
    return new IllegalStateException("an agent broke instead of reporting", broken.getCause());
  }
}
