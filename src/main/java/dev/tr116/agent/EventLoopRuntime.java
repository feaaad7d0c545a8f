package dev.tr116.agent;

import dev.tr116.llm.LlmClient;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * One thread for everything: it begins all calls, handles and stamps what arrives, watches the
 * timeouts and takes every step of every agent. Only what the JDK's client does before it hands
 * over stays outside: its selector thread waits for sockets and reads their bytes.
 */
final class EventLoopRuntime implements AgentRuntime {
  private final ScheduledThreadPoolExecutor loop;
  private final LlmClient client;
  private final AgentRuntime agents;

  /** A loop of its own; the client's kind is kept, its connections are not. */
  EventLoopRuntime(LlmClient kind) {
    loop =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("tr116-event-loop").daemon().factory());
    loop.setRemoveOnCancelPolicy(true);
    client = kind.on(loop);
    agents = AsyncRuntime.on(client, loop);
  }

  @Override
  public Span run(List<Agent> agents) {
    return this.agents.run(agents);
  }

  @Override
  public void close() {
    client.close();
    loop.shutdownNow();
    loop.close();
  }
}
