package dev.tr116.slo;

/**
 * One question of a checklist and its answer.
 *
 * @param id e.g. {@code TR116-8} for an item of TR116's own list
 * @param title what must hold
 * @param state whether it does
 * @param isOfIntegrity whether a failure means that the session's files cannot be trusted, on
 *     stand-ins as well
 * @param why the counts behind the answer; for a failure what to do, too
 */
public record ChecklistItem(
    String id, String title, State state, boolean isOfIntegrity, String why) {
  /** An answer. */
  public enum State {
    /** It holds. */
    PASS,
    /** It does not hold. */
    FAIL,
    /** The session was not to have it. */
    NOT_APPLICABLE;

    /** For people, e.g. {@code not applicable}. */
    public String phrase() {
      return this == NOT_APPLICABLE ? "not applicable" : name();
    }
  }
}
