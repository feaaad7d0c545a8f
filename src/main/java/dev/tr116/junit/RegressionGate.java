package dev.tr116.junit;

import dev.tr116.plan.Comparison;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import dev.tr116.results.KeptSession;
import dev.tr116.results.Session;
import dev.tr116.results.SessionComparison;
import dev.tr116.results.UnreadableRecordException;
import dev.tr116.slo.RegressionVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session is compared with, read before anything is started. */
record RegressionGate(Comparison comparison, SessionComparison earlier) {
  /**
   * The gate of some settings; nothing where they name no session to compare with.
   *
   * @throws SettingsException when that session is missing, empty or broken
   */
  static Optional<RegressionGate> of(Settings settings) {
    return settings.comparison().map(comparison -> of(comparison, settings));
  }

  /**
   * Does nothing when a session may be compared with the earlier one.
   *
   * @throws SettingsException naming each field in which they are unlike
   */
  void requireAlike(Session session) {
    var differences = earlier.differences(session);
    if (!differences.isEmpty()) {
      var problems = new ArrayList<String>();
      for (var difference : differences) {
        problems.add(
            Property.COMPARE.key()
                + "="
                + earlier.before().name()
                + " was measured under other conditions: "
                + difference);
      }
      throw new SettingsException(problems);
    }
  }

  /** Compares what is recorded of a session, and writes the comparison into its folder. */
  RegressionVerdict judge(Session session) {
    var settings = session.settings();
    var verdict =
        earlier.with(
            KeptSession.read(session.directory()),
            comparison,
            settings.seed(),
            settings.enforcement().appliesTo(session.backend()));
    SessionComparison.write(verdict);
    return verdict;
  }

  private static RegressionGate of(Comparison comparison, Settings settings) {
    var folder = comparison.folder().toAbsolutePath().normalize();
    var results = settings.results().toAbsolutePath().normalize();
    if (!KeptSession.isIn(folder)) {
      throw problem(folder + " holds no session; " + known(KeptSession.namesIn(results), results));
    }
    try {
      var session = KeptSession.read(folder);
      if (session.runs().isEmpty()) {
        throw problem(folder + " holds no run; " + known(KeptSession.namesIn(results), results));
      }
      return new RegressionGate(comparison, new SessionComparison(session));
    } catch (UnreadableRecordException broken) {
      var exception = problem("cannot be read: " + broken.getMessage());
      exception.addSuppressed(broken);
      throw exception;
    }
  }

  private static String known(List<String> names, java.nio.file.Path results) {
    return names.isEmpty()
        ? results + " has none at all, measure one first"
        : results + " has " + String.join(", ", names);
  }

  private static SettingsException problem(String why) {
    return new SettingsException(List.of(Property.COMPARE.key() + ": " + why));
  }
}
