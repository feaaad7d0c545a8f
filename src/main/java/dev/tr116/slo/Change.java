package dev.tr116.slo;

/** What became of a figure since an earlier session. */
public enum Change {
  /** It is worse: shown by the test, by the interval and by its size. */
  REGRESSED,
  /** It is better, shown alike. */
  IMPROVED,
  /** The interval lies within the least effect that counts. */
  SAME,
  /** The runs cannot tell. */
  INCONCLUSIVE
}
