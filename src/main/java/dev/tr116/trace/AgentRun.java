package dev.tr116.trace;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one agent did in one run.
 *
 * @param role the part it played
 * @param endpoint the server it spoke to
 * @param model the model it asked for
 * @param options what it asked of the server
 * @param calls its calls in order; empty when it never came to one
 * @param own its work that is no call, in order, as far as the workload names it
 * @param started its thread had passed the barrier, ns of the monotonic clock
 * @param ended the agent was through, however it ended, ns
 */
public record AgentRun(
    AgentRole role,
    URI endpoint,
    Model model,
    GenerationOptions options,
    List<CallTrace> calls,
    List<OwnStage> own,
    long started,
    long ended) {
  public AgentRun {
    calls = List.copyOf(calls);
    own = List.copyOf(own);
  }

  /** What an agent did that only made calls. */
  public AgentRun(
      AgentRole role,
      URI endpoint,
      Model model,
      GenerationOptions options,
      List<CallTrace> calls,
      long started,
      long ended) {
    this(role, endpoint, model, options, calls, List.of(), started, ended);
  }

  /** Whether it made its calls and each one succeeded. */
  public boolean succeeded() {
    return !calls.isEmpty() && calls.stream().allMatch(CallTrace::succeeded);
  }

  /** The first failure of its calls. */
  public Optional<CallFailure> failure() {
    return calls.stream().flatMap(call -> call.failure().stream()).findFirst();
  }

  /** Everything the agent answered as Markdown; of several calls, each below its stage. */
  public String answer() {
    return calls.size() == 1
        ? calls.getFirst().answer()
        : calls.stream()
            .map(call -> "# " + call.stage() + "\n\n" + call.answer().strip() + "\n")
            .collect(Collectors.joining("\n"));
  }
}
