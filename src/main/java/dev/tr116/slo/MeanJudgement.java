package dev.tr116.slo;

import dev.tr116.plan.SloMetric.Better;
import dev.tr116.statistics.Bootstrap;
import dev.tr116.statistics.Distribution;
import dev.tr116.statistics.Interval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Judges a mean by its interval: decided only when the whole of it lies on one side. */
final class MeanJudgement {
  private final Objective objective;
  private final Distribution sample;

  private MeanJudgement(Objective objective, Distribution sample) {
    this.objective = objective;
    this.sample = sample;
  }

  static Verdict of(Objective objective, Measurement.Mean measured) {
    if (measured.sample().isEmpty()) {
      return objective.unmeasured();
    }
    var judgement = new MeanJudgement(objective, measured.sample().get());
    return measured.interval().map(judgement::by).orElseGet(judgement::withoutInterval);
  }

  private Verdict by(Interval interval) {
    var higherIsBetter = objective.metric().better() == Better.HIGHER;
    var worse = higherIsBetter ? interval.low() : interval.high();
    var better = higherIsBetter ? interval.high() : interval.low();
    if (objective.withinAlert(worse)) {
      return decided(interval, Outcome.PASS, !objective.withinTarget(sample.mean()));
    }
    return objective.withinAlert(better)
        ? undecided(interval, objective.withinAlert(sample.mean()) ? worse : better)
        : decided(interval, Outcome.FAIL, false);
  }

  private Verdict decided(Interval interval, Outcome outcome, boolean warning) {
    return verdict(
        Optional.of(interval),
        outcome,
        warning,
        OptionalInt.empty(),
        words(interval) + " is " + objective.side(outcome, warning));
  }

  private Verdict undecided(Interval interval, double end) {
    var mean = sample.mean();
    var more =
        MoreRuns.untilApart(
            sample.n(), Math.abs(mean - end), Math.abs(mean - objective.limit().alert()));
    var advice =
        more.isPresent()
            ? SloWords.about(more.getAsInt()) + " would decide"
            : "the mean is so close to it that more than "
                + MoreRuns.MOST
                + " more runs would be needed";
    return verdict(
        Optional.of(interval),
        Outcome.INCONCLUSIVE,
        false,
        more,
        words(interval) + " straddles the " + objective.alert() + "; " + advice);
  }

  private Verdict withoutInterval() {
    var more = Bootstrap.FEWEST - sample.n();
    var digits = SloWords.digitsApart(objective, sample.mean());
    return verdict(
        Optional.empty(),
        Outcome.INCONCLUSIVE,
        false,
        OptionalInt.of(more),
        SloWords.quantity(objective.metric(), sample.mean(), digits)
            + " (n "
            + sample.n()
            + ") has no interval; that needs at least "
            + SloWords.more(more));
  }

  private Verdict verdict(
      Optional<Interval> interval, Outcome outcome, boolean warning, OptionalInt more, String why) {
    return new Verdict(
        objective.metric(),
        objective.limit(),
        OptionalDouble.of(sample.mean()),
        interval,
        outcome,
        warning,
        more,
        why);
  }

  /** E.g. {@code 91.20 % [89.35, 93.05] (sd 2.10, n 5)}. */
  private String words(Interval interval) {
    var metric = objective.metric();
    var digits =
        Math.max(
            SloWords.digitsApart(objective, sample.mean()),
            SloWords.digitsApart(
                metric, objective.limit().alert(), interval.low(), interval.high()));
    return String.format(
        Locale.ROOT,
        "%s [%s, %s] (sd %.2f, n %d)",
        SloWords.quantity(metric, sample.mean(), digits),
        SloWords.number(interval.low(), digits),
        SloWords.number(interval.high(), digits),
        sample.standardDeviation().orElse(0),
        sample.n());
  }
}
