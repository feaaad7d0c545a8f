package dev.tr116.exec;

import dev.tr116.llm.LlmRequest;
import dev.tr116.plan.AgentRole;
import dev.tr116.trace.CallTrace;
import java.util.Optional;

/**
 * One agent's work, a step at a time, for whoever makes its calls: begin, then ask for the next
 * call and keep what became of it until there is none, then end. After a failed call comes the end.
 */
public interface Steps {
  /** The part the agent plays. */
  AgentRole role();

  /** Whether the first call must not be asked for before the barrier, as it takes work to know. */
  boolean beginsWithOwnWork();

  /** The agent has passed the barrier at {@code now}, ns of the monotonic clock. */
  void begin(long now);

  /**
   * The next call, given what the calls so far have answered; nothing when the work is done.
   *
   * @param intended when it was meant to start, ns of the monotonic clock
   */
  Optional<LlmRequest> next(long intended);

  /** A call is over, however it ended. */
  void keep(CallTrace call);

  /** The agent is through at {@code now}, ns of the monotonic clock. */
  void end(long now);
}
