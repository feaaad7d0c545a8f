package dev.tr116.results;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.metrics.PartEnergy;
import dev.tr116.metrics.SourceEnergy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The energy figures of summaries and of the table of runs. */
final class EnergyFigures {
  private EnergyFigures() {}

  /** All of them, in the order they are shown. */
  static List<SummaryFigure> all() {
    return List.of(
        source(
            "mean_watts_concurrent",
            "mean power side by side, W",
            source -> source.concurrent().meanWatts()),
        source(
            "joules_concurrent",
            "energy side by side, J",
            source -> source.concurrent().joules().value()),
        source("joules_alone", "energy of the agents alone, J", SourceEnergy::joulesAlone),
        source(
            "joules_per_token_concurrent",
            "energy of a token side by side, J",
            source -> source.concurrent().joulesPerToken()),
        source(
            "joules_per_token_alone",
            "energy of a token alone, J",
            SourceEnergy::joulesPerTokenAlone),
        source(
            "tokens_per_joule", "tokens a joule side by side, 1/J", SourceEnergy::tokensPerJoule),
        source("energy_ratio", "energy_ratio, side by side / alone, x", SourceEnergy::ratio),
        device("joules_gpu_concurrent", "of the GPUs side by side, J", Energy::gpu),
        device("joules_cpu_concurrent", "of the processors side by side, J", Energy::cpu),
        device("joules_total_concurrent", "of both side by side, J", Energy::total));
  }

  /** Whether any run of a cell has one of them. */
  static boolean isAny(CellMetrics cell) {
    return cell.measured().stream().anyMatch(run -> run.energy().main().isPresent());
  }

  /** Whose energy the figures of a cell are; empty where nothing was sampled. */
  static Optional<String> source(CellMetrics cell) {
    return cell.measured().stream().flatMap(run -> run.energy().source().stream()).findFirst();
  }

  /** Why the first run that lacks a figure does; empty where none does. */
  static Optional<String> missing(CellMetrics cell) {
    return cell.measured().stream().flatMap(run -> run.energy().missing().stream()).findFirst();
  }

  private static SummaryFigure source(
      String name, String title, Function<SourceEnergy, OptionalDouble> figure) {
    return new SummaryFigure(name, title, run -> run.energy().figure(figure));
  }

  private static SummaryFigure device(
      String name, String title, Function<Energy, Optional<SourceEnergy>> device) {
    return new SummaryFigure(name, title, run -> joules(run, device));
  }

  private static OptionalDouble joules(
      DualRunMetrics run, Function<Energy, Optional<SourceEnergy>> device) {
    return device
        .apply(run.energy())
        .map(SourceEnergy::concurrent)
        .map(PartEnergy::joules)
        .map(joules -> joules.value())
        .orElse(OptionalDouble.empty());
  }
}
