package dev.tr116.preflight;

import dev.tr116.plan.Property;
import java.util.List;
import java.util.stream.Collectors;

/**
 * There is no use in measuring; the message names every reason and what to do, the first at once.
 */
public final class PreflightException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> errors;

  PreflightException(List<Finding> errors) {
    super(message(errors));
    this.errors = List.copyOf(errors);
  }

  /** Each reason. */
  public List<Finding> errors() {
    return errors;
  }

  private static String message(List<Finding> errors) {
    var reasons = errors.stream().map(Finding::line).collect(Collectors.joining("\n  "));
    return "tr116 cannot start"
        + (errors.size() == 1 ? ": " : ", " + errors.size() + " errors: ")
        + reasons
        + "\n  Nothing was measured; -D"
        + Property.PREFLIGHT.key()
        + "=warn measures all the same.";
  }
}
