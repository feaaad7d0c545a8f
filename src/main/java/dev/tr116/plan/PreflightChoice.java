package dev.tr116.plan;

/** What becomes of problems that are found before anything is measured. */
public enum PreflightChoice {
  /** An error stops the session. */
  ON,
  /** Errors are told and the session goes on. */
  WARN,
  /** Nothing is looked at. */
  OFF
}
