package dev.tr116.slo;

/** What a verdict says, from best to worst. */
public enum Outcome {
  /** Within the alert limit. */
  PASS,
  /** Not enough was measured to tell. */
  INCONCLUSIVE,
  /** Beyond the alert limit. */
  FAIL,
  /** The runs cannot be trusted, or none was measured whole. */
  INVALID
}
