package dev.tr116.preflight;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one agent of one cell will ask of its server.
 *
 * @param cell the cell
 * @param role the agent
 * @param endpoint its server
 * @param options the scenario's options for it
 */
public record Demand(CellId cell, AgentRole role, URI endpoint, GenerationOptions options) {
  /** Everything a matrix asks, cell by cell. */
  static List<Demand> of(Matrix matrix, List<URI> endpoints) {
    return matrix.cells().stream().flatMap(cell -> of(cell, endpoints)).toList();
  }

  /** Everything a cell asks. */
  static Stream<Demand> of(PlannedCell cell, List<URI> endpoints) {
    var agents = cell.runs().getFirst().scenario().agents();
    return IntStream.range(0, agents.size())
        .mapToObj(
            i ->
                new Demand(
                    cell.id(),
                    agents.get(i).role(),
                    Settings.endpointOf(cell.id().isSideBySide() ? i : 0, endpoints),
                    agents.get(i).options()));
  }

  Model model() {
    return cell.model();
  }

  /** The options that a model is loaded with. */
  Map<String, Object> loading() {
    return options.loading();
  }

  /** The context it asks for; empty when it leaves that to the server. */
  OptionalLong context() {
    return number("num_ctx");
  }

  /** The layers it asks to have on the GPU; empty when it leaves that to the server. */
  OptionalLong layers() {
    return number("num_gpu");
  }

  private OptionalLong number(String option) {
    return options.values().get(option) instanceof Long value
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }
}
