package dev.tr116.exec;

import dev.tr116.llm.LlmRequest;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import dev.tr116.trace.CallTrace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent with one call, and what became of it. */
final class OneAgent implements Steps {
  private final URI endpoint;
  private final List<CallTrace> calls = new ArrayList<>();
  private long began;
  private long ended;

  OneAgent(URI endpoint) {
    this.endpoint = endpoint;
  }

  List<CallTrace> calls() {
    return List.copyOf(calls);
  }

  long wall() {
    return ended - began;
  }

  @Override
  public AgentRole role() {
    return AgentRole.COLLECTOR;
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
    var timeout = Duration.ofMillis(500);
    return calls.isEmpty()
        ? Optional.of(
            new LlmRequest(
                endpoint,
                Model.named("gemma3"),
                "What is in the data?",
                Optional.empty(),
                GenerationOptions.SERVER_DEFAULTS,
                "prompt",
                "10m",
                new Timeouts(timeout, timeout, timeout, timeout),
                intended))
        : Optional.empty();
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
