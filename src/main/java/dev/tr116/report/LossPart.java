package dev.tr116.report;

import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One part of a run's wall time as a {@link LossBar} shows it.
 *
 * @param label a word or two
 * @param meaning what the part is, in a few words
 * @param colour of its box
 * @param ink of the letters on that box
 * @param figure the part, in the loss' unit
 */
record LossPart(String label, String meaning, Ink colour, Ink ink, ToDoubleFunction<Loss> figure) {
  static final LossPart IDEAL =
      new LossPart("ideal", "agents alone, summed, / N", Ink.PALE, Ink.BLACK, Loss::ideal);
  static final LossPart CONTENTION =
      new LossPart(
          "contention", "longer side by side than alone", Ink.WINE, Ink.WHITE, Loss::contention);

  private static final List<LossPart> PHASES =
      List.of(
          phase(PhaseKind.LOAD, "loading the model", PhaseTimes::load),
          phase(PhaseKind.QUEUE, "waiting in the server", PhaseTimes::queue),
          phase(PhaseKind.PREFILL, "reading the prompt", PhaseTimes::prefill),
          phase(PhaseKind.DECODE, "generating", PhaseTimes::decode),
          phase(PhaseKind.CLIENT, "outside the server", PhaseTimes::client));
  private static final List<LossPart> REST =
      List.of(
          new LossPart(
              "imbalance",
              "the slowest agent against the mean",
              Ink.DEEP_BLUE,
              Ink.WHITE,
              Loss::imbalance),
          new LossPart(
              "orchestration",
              "starting and joining the agents",
              Ink.INDIGO,
              Ink.WHITE,
              Loss::orchestration));

  /** What the bar of this loss is made of: together they are W. */
  static List<LossPart> of(Loss loss) {
    var contention = loss.byPhase().isPresent() ? PHASES : List.of(CONTENTION);
    return Stream.of(List.of(IDEAL), contention, REST).flatMap(List::stream).toList();
  }

  private static LossPart phase(
      PhaseKind kind, String meaning, ToDoubleFunction<PhaseTimes> figure) {
    return new LossPart(
        kind.label(),
        "contention: " + meaning,
        kind.ink(),
        Ink.BLACK,
        loss -> loss.byPhase().map(figure::applyAsDouble).orElse(0.0));
  }
}
