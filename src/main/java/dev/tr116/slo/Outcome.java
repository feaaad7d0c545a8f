package dev.tr116.slo;

/** What a verdict says, from best to worst. */
public enum Outcome {
  /** Within the alert limit, with the whole interval. */
  PASS,
  /** Not enough was measured to tell, or the interval holds the alert limit. */
  INCONCLUSIVE,
  /** Beyond the alert limit with the whole interval, or a share that was counted. */
  FAIL,
  /** The runs cannot be trusted, or none was measured whole. */
  INVALID
}
