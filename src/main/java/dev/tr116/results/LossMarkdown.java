package dev.tr116.results;

import dev.tr116.metrics.BaselineNotes;
import dev.tr116.metrics.CellLoss;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.metrics.Loss;
import dev.tr116.metrics.PhaseTimes;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The mean loss of a cell as a table, with what is to be known about its baselines. */
final class LossMarkdown {
  private LossMarkdown() {}

  static String of(CellMetrics cell) {
    var text = new StringBuilder();
    CellLoss.of(cell).ifPresent(loss -> table(text, loss));
    for (var note : BaselineNotes.of(cell.runs())) {
      text.append("\nNote: ").append(note).append(".\n");
    }
    return text.toString();
  }

  private static void table(StringBuilder text, CellLoss loss) {
    text.append("\n| where the time went, mean of ").append(loss.runs());
    text.append(loss.runs() == 1 ? " run" : " runs").append(" | ms | % of W |\n|---|---|---|\n");
    row(text, loss, "ideal: agents alone, spread evenly", Loss::ideal);
    row(text, loss, "+ contention", Loss::contention);
    if (loss.millis().byPhase().isPresent()) {
      phase(text, loss, "load", PhaseTimes::load);
      phase(text, loss, "queue", PhaseTimes::queue);
      phase(text, loss, "prefill", PhaseTimes::prefill);
      phase(text, loss, "decode", PhaseTimes::decode);
      phase(text, loss, "client", PhaseTimes::client);
    }
    row(text, loss, "+ imbalance", Loss::imbalance);
    row(text, loss, "+ orchestration", Loss::orchestration);
    row(text, loss, "= W", Loss::wall);
  }

  private static void phase(
      StringBuilder text, CellLoss loss, String name, ToDoubleFunction<PhaseTimes> figure) {
    row(
        text,
        loss,
        "of contention: " + name,
        part -> figure.applyAsDouble(part.byPhase().orElseThrow()));
  }

  private static void row(
      StringBuilder text, CellLoss loss, String name, ToDoubleFunction<Loss> part) {
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s |\n",
            name,
            rounded(part.applyAsDouble(loss.millis())),
            rounded(part.applyAsDouble(loss.percent()))));
  }

  /** One decimal; what rounds to nothing has no sign. */
  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("^-(?=0\\.0$)", "");
  }
}
