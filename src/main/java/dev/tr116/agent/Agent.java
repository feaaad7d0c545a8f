package dev.tr116.agent;

import dev.tr116.exec.Steps;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.LlmRequest;
import dev.tr116.llm.ReadyCall;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.OwnStage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/**
 * One agent in one part of a block: which call comes next, and what became of those so far. That
 * outlives a cancelled task.
 *
 * <p>It is run once, step after step; {@link #outcome} is read after the last one.
 */
final class Agent implements Steps {
  private final Orders orders;
  private final List<CallTrace> calls = new CopyOnWriteArrayList<>();
  private final List<OwnStage> own = new CopyOnWriteArrayList<>();
  private Optional<First> first = Optional.empty();
  private volatile long started;
  private volatile long ended;

  /**
   * What an agent is told.
   *
   * @param role the part it plays
   * @param endpoint its server
   * @param model the model to ask for
   * @param options the scenario's options
   * @param sent the options as they are sent, seed and cap included
   * @param workload its calls
   * @param nonces a new text for each call, by its number from 0
   * @param keepAlive how long the model stays loaded
   * @param timeouts of each call
   */
  record Orders(
      AgentRole role,
      URI endpoint,
      Model model,
      GenerationOptions options,
      GenerationOptions sent,
      Workload workload,
      IntFunction<String> nonces,
      String keepAlive,
      Timeouts timeouts) {}

  Agent(Orders orders) {
    this.orders = orders;
  }

  /**
   * Gets the first call ready, unless the agent has work of its own before it: that belongs to the
   * measured time.
   */
  void prepare(LlmClient client) {
    if (!beginsWithOwnWork()) {
      first = Optional.of(new First(ready(client)));
    }
  }

  /**
   * Makes the calls, one after the other on this thread, until one fails.
   *
   * @param client makes them
   * @param released the moment the barrier opened, ns
   * @return whether every call succeeded
   */
  boolean work(LlmClient client, long released) {
    begin(System.nanoTime());
    try {
      var intended = released;
      var ready = first(client);
      while (ready.isPresent()) {
        var call = ready.get().generate(intended);
        keep(call);
        if (!call.succeeded()) {
          return false;
        }
        intended = System.nanoTime();
        ready = ready(client);
      }
      return true;
    } finally {
      end(System.nanoTime());
    }
  }

  /** The first call, ready since {@link #prepare} or from now on; empty when there is no work. */
  Optional<ReadyCall> first(LlmClient client) {
    return first.map(First::call).orElseGet(() -> ready(client));
  }

  /** The next call; empty when the work is done. */
  Optional<ReadyCall> ready(LlmClient client) {
    return next(0).map(client::ready);
  }

  @Override
  public AgentRole role() {
    return orders.role();
  }

  @Override
  public boolean beginsWithOwnWork() {
    return orders.workload().beginsWithOwnWork(orders.role());
  }

  @Override
  public void begin(long now) {
    started = now;
  }

  @Override
  public void keep(CallTrace call) {
    calls.add(call);
  }

  @Override
  public void end(long now) {
    ended = now;
  }

  /** What it did. */
  AgentRun outcome() {
    return new AgentRun(
        orders.role(),
        orders.endpoint(),
        orders.model(),
        orders.options(),
        calls,
        own,
        started,
        ended);
  }

  /**
   * The next call, given what the calls so far have answered; nothing when the work is done. Work
   * of the agent's own on the way there is done, and timed, here.
   *
   * @param intended when the call was meant to start, ns
   */
  @Override
  public Optional<LlmRequest> next(long intended) {
    var began = System.nanoTime();
    var ask =
        orders
            .workload()
            .next(orders.role(), orders.nonces().apply(calls.size()), List.copyOf(calls));
    ask.flatMap(Workload.Ask::ownStage)
        .ifPresent(stage -> own.add(new OwnStage(stage, began, System.nanoTime())));
    return ask.map(call -> request(call, intended));
  }

  private LlmRequest request(Workload.Ask ask, long intended) {
    return new LlmRequest(
        orders.endpoint(),
        orders.model(),
        ask.prompt(),
        Optional.empty(),
        orders.sent(),
        ask.stage(),
        orders.keepAlive(),
        orders.timeouts(),
        intended);
  }

  /**
   * What comes first.
   *
   * @param call empty when there is nothing to do
   */
  private record First(Optional<ReadyCall> call) {}
}
