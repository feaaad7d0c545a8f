package dev.tr116.faults;

import dev.tr116.metrics.AgentMetrics;
import dev.tr116.server.script.Script;
import dev.tr116.trace.FailureKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One row of the table.
 *
 * @param name what goes wrong
 * @param place where
 * @param peer what the agent that it hits speaks to
 * @param patience the timeout that ends it, if one does
 * @param ending how the call ends
 * @param says words of the message, or of the doubt
 * @param advice of the message, as it stands there; of a success, what is to be known about it
 * @param figures holds the figures of an agent whose call succeeded
 */
record Fault(
    String name,
    Place place,
    Supplier<Peer> peer,
    Patience patience,
    Ending ending,
    List<String> says,
    String advice,
    Consumer<AgentMetrics> figures) {

  /** A fault of a server that is none of ours. */
  static Draft of(String name, Place place, Supplier<Peer> peer) {
    return new Draft(name, place, peer, Patience.LONG);
  }

  /** A fault of the answer that a server plays. */
  static Draft of(String name, Place place, Script script) {
    return of(name, place, () -> Peer.playing(script));
  }

  @Override
  public String toString() {
    return name + ", " + place.words();
  }

  /** A row whose ending is not told yet. */
  record Draft(String name, Place place, Supplier<Peer> peer, Patience patience) {
    /** The same, ended by that timeout. */
    Draft until(Patience timeout) {
      return new Draft(name, place, peer, timeout);
    }

    /** Fails with a message of these words. */
    Fault fails(FailureKind kind, String advice, String... says) {
      return new Fault(
          name, place, peer, patience, new Ending.Fails(kind), List.of(says), advice, agent -> {});
    }

    /** Costs nothing. */
    Fault succeeds(String remark) {
      return succeeds(remark, agent -> {});
    }

    /** Costs nothing but figures. */
    Fault succeeds(String remark, Consumer<AgentMetrics> figures) {
      return new Fault(
          name, place, peer, patience, new Ending.Succeeds(), List.of(), remark, figures);
    }

    /** Makes the run invalid with a reason of these words. */
    Fault isDoubted(String advice, String... says) {
      return new Fault(
          name, place, peer, patience, new Ending.Doubted(), List.of(says), advice, agent -> {});
    }
  }
}
