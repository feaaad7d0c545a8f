package dev.tr116.exec;

import dev.tr116.llm.Terminator;
import dev.tr116.trace.FailureKind;
import java.util.List;
import java.util.OptionalInt;

/** One line a program wrote. All {@code ns} are the program's own monotonic clock. */
sealed interface Event {
  /** It has read the plan and waits for {@code go}. */
  record Ready() implements Event {}

  /** Its barrier is open. */
  record Released(long ns) implements Event {}

  /** The part is over. */
  record Over(long ns) implements Event {}

  /** Something about one agent. */
  sealed interface OfAgent extends Event {
    int agent();
  }

  /** Something about one call of one agent, counted from 0. */
  sealed interface OfCall extends OfAgent {
    int call();
  }

  /** The agent has passed the barrier. */
  record AgentStart(int agent, long ns) implements OfAgent {}

  /** The agent is through. */
  record AgentEnd(int agent, long ns) implements OfAgent {}

  /** The request is about to be handed to the socket. */
  record Sent(int agent, int call, long ns) implements OfCall {}

  /** The status line and the headers have arrived. */
  record Headers(int agent, int call, long ns, int status) implements OfCall {}

  /** One or more successive lines with text; each of the given kinds was in each line. */
  record Chunks(int agent, int call, List<Long> ns, String content, String thinking)
      implements OfCall {
    public Chunks {
      ns = List.copyOf(ns);
    }
  }

  /** The terminator has arrived; the connection was free again at {@code closed}. */
  record Done(int agent, int call, long ns, long closed, Terminator terminator) implements OfCall {}

  /** The call has failed and was over at {@code ns}. */
  record Failed(int agent, int call, long ns, FailureKind kind, String message, OptionalInt status)
      implements OfCall {}
}
