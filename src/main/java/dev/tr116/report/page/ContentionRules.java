package dev.tr116.report.page;

import dev.tr116.metrics.Loss;
import dev.tr116.report.page.Finding.Level;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What agents side by side do to each other. */
final class ContentionRules {
  /** From how many points of W on a loss is told. */
  private static final double POINTS = 5;

  /** From where on agents wait too long for the slowest, in points of W. */
  private static final double IMBALANCE = 10;

  /** How far TR116's efficiency may be above the true one, points. */
  private static final double GAP = 10;

  private ContentionRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "contention that TR116's efficiency hides",
            Level.WARN,
            "TR116's efficiency is far above the true one",
            above("where the mean efficiency by TR116's rule is more than %.0f points higher", GAP),
            "decide by the true efficiency: TR116's says that agents are equally slow, not that they"
                + " are fast.",
            data -> ServerRules.each(data, ContentionRules::gap)),
        new Rule(
            "slowed decoding",
            Level.WARN,
            "agents slow each other down while they generate",
            above("where decode takes more than %.0f points of W longer than alone", POINTS),
            "the agents share what generates: give each a GPU of its own, let one server batch them,"
                + " or take a smaller model or quantization.",
            data -> ServerRules.each(data, loss(POINTS, "decode", ContentionRules::decode))),
        new Rule(
            "slowed prefill",
            Level.WARN,
            "agents slow each other's prompts down",
            above("where prefill takes more than %.0f points of W longer than alone", POINTS),
            "shorten prompts, or start agents apart.",
            data -> ServerRules.each(data, loss(POINTS, "prefill", ContentionRules::prefill))),
        new Rule(
            "queueing",
            Level.WARN,
            "requests wait in a server's queue",
            above("where the queue takes more than %.0f points of W longer than alone", POINTS),
            "let the server work on more requests at once (Ollama: OLLAMA_NUM_PARALLEL), or give"
                + " each agent a server of its own in tr116.endpoints.",
            data -> ServerRules.each(data, loss(POINTS, "queue", ContentionRules::queue))),
        new Rule(
            "imbalance",
            Level.WARN,
            "agents that are done wait for the slowest",
            above("where imbalance is more than %.0f points of W", IMBALANCE),
            "give the agents work of like length (tr116.num-predict caps answers), or the longer one"
                + " the faster server.",
            data ->
                ServerRules.each(
                    data,
                    loss(IMBALANCE, "imbalance", part -> OptionalDouble.of(part.imbalance())))),
        new Rule(
            "contention by TR116's rules",
            Level.INFO,
            "TR116's rules saw contention",
            "where a run's TTFT is above 3 s, or its speedup of two agents below 1.5",
            "see the parts of the loss for what it is.",
            data -> ServerRules.each(data, ContentionRules::detected)));
  }

  private static String above(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String gap(CellView cell) {
    var tr116 = cell.figure(Measure.EFFICIENCY).mean();
    var real = cell.figure(Measure.TRUE_EFFICIENCY).mean();
    return tr116.isPresent() && real.isPresent() && tr116.getAsDouble() - real.getAsDouble() > GAP
        ? Unit.PERCENT.of(tr116.getAsDouble())
            + " by TR116's rule, "
            + Unit.PERCENT.of(real.getAsDouble())
            + " true"
        : "";
  }

  /** The part of a loss in words, where it is above a number of points. */
  private static Function<CellView, String> loss(
      double above, String name, Function<Loss, OptionalDouble> part) {
    return cell ->
        cell.loss()
            .map(
                loss -> {
                  var points = part.apply(loss.percent());
                  return points.isPresent() && points.getAsDouble() > above
                      ? name
                          + " "
                          + Unit.PERCENT.number(points)
                          + " points of W, "
                          + Unit.MILLIS.of(part.apply(loss.millis()).orElseThrow())
                      : "";
                })
            .orElse("");
  }

  private static OptionalDouble decode(Loss loss) {
    return loss.byPhase()
        .map(each -> OptionalDouble.of(each.decode()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble prefill(Loss loss) {
    return loss.byPhase()
        .map(each -> OptionalDouble.of(each.prefill()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble queue(Loss loss) {
    return loss.byPhase()
        .map(each -> OptionalDouble.of(each.queue()))
        .orElse(OptionalDouble.empty());
  }

  private static String detected(CellView cell) {
    return cell.metrics()
        .contention()
        .filter(part -> part.count() > 0)
        .map(part -> part.count() + " of " + Words.count(part.n(), "run"))
        .orElse("");
  }
}
