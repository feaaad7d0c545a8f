package dev.tr116.report.page;

import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is lost where: the parts of W in the cells that lose most and least. */
final class LossAnswer {
  private LossAnswer() {}

  /** One sentence or two; empty where no agents ran side by side. */
  static Optional<String> of(PageData data) {
    var cells = data.concurrent();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    var ranked =
        cells.stream()
            .filter(cell -> cell.loss().isPresent())
            .sorted(Comparator.comparingDouble(cell -> percent(cell).ideal()))
            .toList();
    if (ranked.isEmpty()) {
      return Optional.of("Not known: no agent was measured alone beside these runs.");
    }
    var most = ranked.getFirst();
    var text = words(most, ranked.size() > 1 ? "Most in " : "In ");
    return Optional.of(
        ranked.size() == 1
            ? text
            : text
                + " Least in "
                + ranked.getLast().name()
                + ": "
                + Unit.PERCENT.of(100 - percent(ranked.getLast()).ideal())
                + " of W.");
  }

  private static String words(CellView cell, String in) {
    var loss = percent(cell);
    return in
        + cell.name()
        + ": "
        + Unit.PERCENT.of(100 - loss.ideal())
        + " of the wall time W against the ideal; contention "
        + points(loss.contention())
        + loss.byPhase().map(LossAnswer::largest).orElse("")
        + ", imbalance "
        + points(loss.imbalance())
        + ", orchestration "
        + points(loss.orchestration())
        + ".";
  }

  private static String largest(PhaseTimes phases) {
    return byName(phases).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(phase -> phase.getValue() >= 0.1)
        .map(phase -> " (most of it " + phase.getKey() + ", " + points(phase.getValue()) + ")")
        .orElse("");
  }

  /** The phases in their order. */
  static Map<String, Double> byName(PhaseTimes phases) {
    var named = new LinkedHashMap<String, Double>();
    named.put("load", phases.load());
    named.put("queue", phases.queue());
    named.put("prefill", phases.prefill());
    named.put("decode", phases.decode());
    named.put("client", phases.client());
    return named;
  }

  private static String points(double value) {
    return Unit.PERCENT.number(value) + " points";
  }

  private static Loss percent(CellView cell) {
    return cell.loss().orElseThrow().percent();
  }
}
