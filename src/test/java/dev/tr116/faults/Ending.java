package dev.tr116.faults;

import dev.tr116.trace.FailureKind;

/** How a call with a fault ends. */
sealed interface Ending {

  /** As the page says it. */
  String words();

  /** The call fails in this way. */
  record Fails(FailureKind kind) implements Ending {
    @Override
    public String words() {
      return kind.name();
    }
  }

  /** The fault costs nothing. */
  record Succeeds() implements Ending {
    @Override
    public String words() {
      return "success";
    }
  }

  /** Every call succeeds, and the run is not believed all the same. */
  record Doubted() implements Ending {
    @Override
    public String words() {
      return "success, the run is invalid";
    }
  }
}
