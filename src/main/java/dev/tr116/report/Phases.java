package dev.tr116.report;

import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ServerTimings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Places what the server says of its work on the client's time axis.
 *
 * <p>The server tells durations, not moments. Its last work before the first token is prefill, so
 * its phases are laid backwards from there: prefill, queue, load. What is left after the request
 * was sent is {@link PhaseKind#CLIENT} when the server accounted for all of its time, and {@link
 * PhaseKind#TO_FIRST_TOKEN} when it did not.
 */
public final class Phases {
  private Phases() {}

  /** The phases of a call without overlap, in order of time; none when it was never sent. */
  public static List<Phase> of(CallTrace call) {
    var stamps = call.stamps();
    if (stamps.sent().isEmpty()) {
      return List.of();
    }
    var sent = stamps.sent().getAsLong();
    var phases = new ArrayList<Phase>();
    var firstToken = stamps.firstToken();
    if (firstToken.isEmpty()) {
      add(phases, PhaseKind.TO_FIRST_TOKEN, sent, stamps.closed());
      return List.copyOf(phases);
    }
    var first = firstToken.getAsLong();
    addWait(phases, sent, first, call.server());
    add(phases, PhaseKind.DECODE, first, stamps.lastContent().orElse(first));
    return List.copyOf(phases);
  }

  private static void addWait(List<Phase> phases, long sent, long first, ServerTimings server) {
    var room = Math.max(0, first - sent);
    var prefill = within(room, server.promptEvalNanos());
    // Load gets its room before queue: it is the server's word, the queue only a difference.
    var load = within(room - prefill, server.loadNanos());
    var queueTime = queue(server);
    var queue = within(room - prefill - load, queueTime);

    var prefillFrom = first - prefill;
    var queueFrom = prefillFrom - queue;
    var loadFrom = queueFrom - load;
    var unaccounted = queueTime.isPresent() ? PhaseKind.CLIENT : PhaseKind.TO_FIRST_TOKEN;
    add(phases, unaccounted, sent, loadFrom);
    add(phases, PhaseKind.LOAD, loadFrom, queueFrom);
    add(phases, PhaseKind.QUEUE, queueFrom, prefillFrom);
    add(phases, PhaseKind.PREFILL, prefillFrom, first);
  }

  private static long within(long room, OptionalLong length) {
    return Math.clamp(length.orElse(0), 0, room);
  }

  /** What the server had the request for without loading or computing; known only from all four. */
  private static OptionalLong queue(ServerTimings server) {
    if (server.totalNanos().isEmpty()
        || server.loadNanos().isEmpty()
        || server.promptEvalNanos().isEmpty()
        || server.evalNanos().isEmpty()) {
      return OptionalLong.empty();
    }
    var rest =
        server.totalNanos().getAsLong()
            - server.loadNanos().getAsLong()
            - server.promptEvalNanos().getAsLong()
            - server.evalNanos().getAsLong();
    return OptionalLong.of(Math.max(0, rest));
  }

  private static void add(List<Phase> phases, PhaseKind kind, long from, long to) {
    if (to > from) {
      phases.add(new Phase(kind, from, to));
    }
  }
}
