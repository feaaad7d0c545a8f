package dev.tr116.plan;

/** When a violated objective fails the build. */
public enum SloEnforcement {
  /** On real servers only. */
  AUTO,
  /** Always, on stand-in models too. */
  TRUE,
  /** Never. */
  FALSE;

  /** Whether a violation fails the build on that backend. */
  public boolean appliesTo(BackendDescription backend) {
    return switch (this) {
      case AUTO -> backend.isReal();
      case TRUE -> true;
      case FALSE -> false;
    };
  }
}
