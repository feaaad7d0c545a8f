package dev.tr116.cost;

import java.util.List;

/** The inputs cannot be used; the message lists every reason and what to write instead. */
public final class CostInputsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CostInputsException(String source, List<String> problems) {
    super(
        source
            + " cannot be used; "
            + (problems.size() == 1 ? "one input is" : problems.size() + " inputs are")
            + " wrong:\n  - "
            + String.join("\n  - ", problems));
  }
}
