package dev.tr116.deployment;

import dev.tr116.plan.SloLimit;
import dev.tr116.slo.CellVerdict;

/** Whether a pilot may take more traffic; TR116, 11.1: efficiency above the target. */
public enum Pilot {
  /** Efficiency lies above the target, true speedup above 1, with their whole intervals. */
  GO("go"),
  /** Either lies on the other side with its whole interval, or too many calls failed. */
  NO_GO("no-go"),
  /** An interval holds its limit. */
  UNDECIDED("undecided"),
  /** There is too little to say so. */
  UNSUPPORTED("not supported by this data");

  private final String word;

  Pilot(String word) {
    this.word = word;
  }

  /** For people. */
  public String word() {
    return word;
  }

  static Pilot of(CellVerdict verdict, SloLimit efficiency) {
    var speedup = TrueRule.interval(verdict);
    var share = EfficiencyRule.interval(verdict);
    if (Support.missing(verdict).isPresent() || speedup.isEmpty() || share.isEmpty()) {
      return UNSUPPORTED;
    }
    if (TrueRule.of(verdict).tier() == Tier.AVOID || share.get().high() <= efficiency.target()) {
      return NO_GO;
    }
    return share.get().low() > efficiency.target() && speedup.get().low() > Limits.NO_GAIN
        ? GO
        : UNDECIDED;
  }
}
