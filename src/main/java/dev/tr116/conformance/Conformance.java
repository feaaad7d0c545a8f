package dev.tr116.conformance;

import dev.tr116.exec.OutsideProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries a program against servers that play normal answers, broken ones and slow ones, and says
 * which rules of the protocol it keeps. Everything happens on 127.0.0.1; it takes some seconds.
 */
public final class Conformance {
  private Conformance() {}

  /** One rule and how it is tried. */
  record Rule(String text, Trial trial) {}

  /** Tries a rule. */
  interface Trial {
    /**
     * Does nothing when the rule is kept.
     *
     * @throws RuleBroken when it is not
     */
    void on(Stage stage) throws RuleBroken, InterruptedException;
  }

  /**
   * Every rule, in order; the program is closed afterwards.
   *
   * @throws InterruptedException when the thread was interrupted meanwhile
   */
  public static List<Finding> of(OutsideProgram program) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    try (program;
        var stage = new Stage(program)) {
      for (var rule : Rules.all()) {
        findings.add(finding(rule, stage));
      }
    }
    return findings;
  }

  private static Finding finding(Rule rule, Stage stage) throws InterruptedException {
    try {
      rule.trial().on(stage);
      return new Finding(rule.text(), Optional.empty());
    } catch (RuleBroken broken) {
      return new Finding(rule.text(), Optional.of(String.valueOf(broken.getMessage())));
    }
  }
}
