package dev.tr116.performance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Clients in turn with the floor, all on the same load: floor, client, floor, next client, floor,
 * and so on, several times over. A client is held against the mean of the two floors around it, so
 * a machine whose speed drifts moves both. On a machine that others use, too, a turn whose floors
 * were disturbed is taken again; what the client did meanwhile has no say in that.
 */
final class Pairing {
  private static final int MOST_TAKES = 3;

  private final Map<Client, List<Turn>> turns = new EnumMap<>(Client.class);

  private Pairing() {}

  /** Measures them. */
  static Pairing of(CPrograms programs, Load load, int repeats, List<Client> clients)
      throws IOException, InterruptedException {
    var pairing = new Pairing();
    try (var server = TokenServer.start(programs, load)) {
      var before = Client.FLOOR.read(programs, server, load);
      for (var repeat = 0; repeat < repeats; repeat++) {
        for (var client : clients) {
          var turn = turn(client, programs, server, load, before);
          for (var take = 1; take < MOST_TAKES && !turn.isCalm(); take++) {
            turn = turn(client, programs, server, load, turn.after());
          }
          pairing.turns.computeIfAbsent(client, none -> new ArrayList<>()).add(turn);
          before = turn.after();
        }
      }
    }
    return pairing;
  }

  private static Turn turn(
      Client client, CPrograms programs, TokenServer server, Load load, StreamFigures before)
      throws IOException, InterruptedException {
    var figures = client.read(programs, server, load);
    var turn = new Turn(figures, before, Client.FLOOR.read(programs, server, load));
    System.out.printf(
        "%d streams, %s%s: %s%n",
        load.streams(), client.title(), turn.isCalm() ? "" : " (disturbed)", turn);
    return turn;
  }

  /** How many turns were taken between two floors that nobody disturbed. */
  long calmTurns() {
    return turns.values().stream().flatMap(List::stream).filter(Turn::isCalm).count();
  }

  /** How many turns there are. */
  long allTurns() {
    return turns.values().stream().mapToLong(List::size).sum();
  }

  /** The turns of one client. */
  List<Turn> turns(Client client) {
    return turns.getOrDefault(client, List.of());
  }

  /** The median over a client's turns. */
  double median(Client client, ToDoubleFunction<Turn> figure) {
    return Medians.of(turns(client).stream().mapToDouble(figure));
  }

  /** The median of the floors around a client. */
  double floor(Client client, ToDoubleFunction<StreamFigures> figure) {
    return median(client, turn -> turn.floor(figure));
  }

  /**
   * A client between two floors.
   *
   * @param figures the client's
   * @param before the floor's before it
   * @param after the floor's after it
   */
  record Turn(StreamFigures figures, StreamFigures before, StreamFigures after) {
    /** Where nobody else has the processor, the floor is a tenth of a millisecond late at most. */
    private static final double CALM_P99_US = 500;

    /** Whether both floors had their processor for themselves. */
    boolean isCalm() {
      return Math.max(before.errorP99(), after.errorP99()) <= CALM_P99_US;
    }

    /** The mean of both floors. */
    double floor(ToDoubleFunction<StreamFigures> figure) {
      return (figure.applyAsDouble(before) + figure.applyAsDouble(after)) / 2;
    }

    /** The client's CPU time per token to that of the floor. */
    double cpuRatio() {
      return figures.cpuPerToken() / floor(StreamFigures::cpuPerToken);
    }

    @Override
    public String toString() {
      return "CPU %.2f x floor; error p50 %.0f us, p99 %.0f us (floor %.0f, %.0f); TTFT bias p50 %.0f us, p99 %.0f us (floor %.0f, %.0f); memory %.0f MiB (floor %.0f); lost %d"
          .formatted(
              cpuRatio(),
              figures.errorP50(),
              figures.errorP99(),
              floor(StreamFigures::errorP50),
              floor(StreamFigures::errorP99),
              figures.biasP50(),
              figures.biasP99(),
              floor(StreamFigures::biasP50),
              floor(StreamFigures::biasP99),
              figures.rssMb(),
              floor(StreamFigures::rssMb),
              figures.lost());
    }
  }
}
