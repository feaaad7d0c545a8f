package dev.tr116.slo;

import dev.tr116.statistics.Percentile;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Judges a 95th percentile by its bounds; one that too few calls support is refused. */
final class TailJudgement {
  /** The standard normal's 95th percentile. */
  private static final double Z = 1.645;

  private final Objective objective;
  private final Measurement.Tail measured;
  private final Percentile p95;

  private TailJudgement(Objective objective, Measurement.Tail measured, Percentile p95) {
    this.objective = objective;
    this.measured = measured;
    this.p95 = p95;
  }

  static Verdict of(Objective objective, Measurement.Tail measured) {
    return measured
        .p95()
        .map(p95 -> new TailJudgement(objective, measured, p95).verdict())
        .orElseGet(objective::unmeasured);
  }

  private Verdict verdict() {
    if (p95.atLeast().isPresent() && !objective.withinAlert(p95.atLeast().getAsDouble())) {
      var words = "p95 of at least " + ms(p95.atLeast().getAsDouble()) + sure();
      return decided(Outcome.FAIL, false, words);
    }
    if (p95.atMost().isPresent() && objective.withinAlert(p95.atMost().getAsDouble())) {
      var words = ms(p95.ofSample()) + ", at most " + ms(p95.atMost().getAsDouble()) + sure();
      return decided(Outcome.PASS, !objective.withinTarget(p95.ofSample()), "p95 of " + words);
    }
    return p95.isSupported() ? straddling() : refused();
  }

  private Verdict decided(Outcome outcome, boolean warning, String words) {
    return verdict(
        outcome, warning, OptionalInt.empty(), words + " is " + objective.side(outcome, warning));
  }

  private Verdict refused() {
    var needed = Percentile.needs(p95.share());
    var more = MoreRuns.forCalls((double) needed - p95.n(), measured.callsPerRun());
    return undecided(
        more,
        "p95 is refused: "
            + p95.n()
            + " of the "
            + needed
            + " calls it needs"
            + more.stream().mapToObj(SloWords::more).map("; "::concat).findFirst().orElse("")
            + " (or tr116.slo.ttft-p95=off)");
  }

  /**
   * By the normal approximation: so many calls until the share beyond the alert is told from 5 %.
   */
  private Verdict straddling() {
    var beyond = measured.calls().stream().filter(call -> !objective.withinAlert(call)).count();
    var off = Math.abs((double) beyond / p95.n() - (1 - p95.share()));
    var calls = Z * Z * p95.share() * (1 - p95.share()) / (off * off);
    var more = MoreRuns.forCalls(calls - p95.n(), measured.callsPerRun());
    return undecided(
        more,
        "p95 of "
            + ms(p95.ofSample())
            + ", between "
            + ms(p95.atLeast().orElseThrow())
            + " and "
            + ms(p95.atMost().orElseThrow())
            + sure()
            + ", straddles the "
            + objective.alert()
            + "; "
            + (more.isPresent()
                ? SloWords.about(more.getAsInt()) + " would decide"
                : "more than " + MoreRuns.MOST + " more runs would be needed"));
  }

  private Verdict undecided(OptionalInt more, String why) {
    return verdict(Outcome.INCONCLUSIVE, false, more, why);
  }

  private Verdict verdict(Outcome outcome, boolean warning, OptionalInt more, String why) {
    return new Verdict(
        objective.metric(),
        objective.limit(),
        p95.isSupported() ? OptionalDouble.of(p95.ofSample()) : OptionalDouble.empty(),
        Optional.empty(),
        outcome,
        warning,
        more,
        why);
  }

  private String sure() {
    return String.format(Locale.ROOT, " with 95 %% confidence (n %d)", p95.n());
  }

  private String ms(double value) {
    return SloWords.quantity(objective.metric(), value, SloWords.digitsApart(objective, value));
  }
}
