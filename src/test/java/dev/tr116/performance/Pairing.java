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
 * a machine whose speed drifts moves both.
 */
final class Pairing {
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
          var figures = client.read(programs, server, load);
          var after = Client.FLOOR.read(programs, server, load);
          var turn = new Turn(figures, before, after);
          System.out.printf("%d streams, %s: %s%n", load.streams(), client.title(), turn);
          pairing.turns.computeIfAbsent(client, none -> new ArrayList<>()).add(turn);
          before = after;
        }
      }
    }
    return pairing;
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
