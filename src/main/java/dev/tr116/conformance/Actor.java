package dev.tr116.conformance;

import dev.tr116.exec.Steps;
import dev.tr116.llm.LlmRequest;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent of a trial with one call or two, of which the second asks what the first answered. */
final class Actor implements Steps {
  private final String name;
  private final URI endpoint;
  private final Timeouts timeouts;
  private final int planned;
  private final List<CallTrace> calls = new CopyOnWriteArrayList<>();
  private volatile long began;
  private volatile long ended;

  Actor(String name, URI endpoint, Timeouts timeouts, int calls) {
    this.name = name;
    this.endpoint = endpoint;
    this.timeouts = timeouts;
    this.planned = calls;
  }

  List<CallTrace> calls() {
    return List.copyOf(calls);
  }

  /** From its start to its end, ns. */
  long wall() {
    return ended - began;
  }

  @Override
  public AgentRole role() {
    return new AgentRole(name);
  }

  @Override
  public boolean beginsWithOwnWork() {
    return false;
  }

  @Override
  public void begin(long now) {
    began = now;
  }

  @Override
  public Optional<LlmRequest> next(long intended) {
    if (calls.size() == planned) {
      return Optional.empty();
    }
    var prompt = calls.isEmpty() ? "first" : "second, after " + calls.getLast().answer();
    return Optional.of(
        new LlmRequest(
            endpoint,
            Model.named("trial"),
            prompt,
            Optional.empty(),
            GenerationOptions.SERVER_DEFAULTS,
            "trial",
            "0",
            timeouts,
            intended));
  }

  @Override
  public void keep(CallTrace call) {
    calls.add(call);
  }

  @Override
  public void end(long now) {
    ended = now;
  }
}
