package dev.tr116.plan;

/** Which runs of a cell are measured once more before it is judged. */
public enum RerunPolicy {
  /** Outliers, on real servers only. */
  AUTO,
  /** Outliers, on stand-ins too. */
  OUTLIERS,
  /** None. */
  OFF;

  /** Whether outliers are measured again on that backend. */
  public boolean appliesTo(BackendDescription backend) {
    return switch (this) {
      case AUTO -> backend.isReal();
      case OUTLIERS -> true;
      case OFF -> false;
    };
  }
}
