package dev.tr116.preflight;

import dev.tr116.plan.PreflightChoice;
import dev.tr116.plan.Property;
import java.util.List;

/**
 * What a preflight found.
 *
 * @param findings in the order of the checks
 */
public record PreflightReport(List<Finding> findings) {
  /** Nothing was asked. */
  public static final PreflightReport SKIPPED =
      new PreflightReport(
          List.of(
              Finding.info(
                  Check.ASKED, "nothing was asked: " + Property.PREFLIGHT.key() + " is off")));

  public PreflightReport {
    findings = List.copyOf(findings);
  }

  /** What was found, with errors as warnings where that was chosen. */
  static PreflightReport of(List<Finding> findings, PreflightChoice choice) {
    return new PreflightReport(
        choice == PreflightChoice.WARN
            ? findings.stream().map(Finding::atMostWarning).toList()
            : findings);
  }

  /** Those of one level. */
  public List<Finding> of(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).toList();
  }

  /**
   * Lets it pass.
   *
   * @throws PreflightException when there are errors, naming all of them
   */
  public void requireNoError() {
    var errors = of(Level.ERROR);
    if (!errors.isEmpty()) {
      throw new PreflightException(errors);
    }
  }

  /** E.g. {@code 9 findings, 1 warning}. */
  public String summary() {
    var warnings = of(Level.WARNING).size();
    return findings.size()
        + (findings.size() == 1 ? " finding, " : " findings, ")
        + (warnings == 0 ? "no" : warnings)
        + (warnings == 1 ? " warning" : " warnings");
  }
}
