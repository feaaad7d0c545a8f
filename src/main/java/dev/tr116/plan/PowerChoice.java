package dev.tr116.plan;

/** Whether power is sampled. */
public enum PowerChoice {
  /** Where something tells it. */
  AUTO,
  /** Never. */
  OFF
}
