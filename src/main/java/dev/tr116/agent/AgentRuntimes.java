package dev.tr116.agent;

import dev.tr116.plan.SettingsException;
import java.util.List;

/** Finds a runtime by its name. */
public final class AgentRuntimes {
  private AgentRuntimes() {}

  /**
   * Does nothing when this JVM can run all of these; for asking before anything is started.
   *
   * @throws SettingsException when it cannot, saying what it needs
   */
  public static void require(List<String> names) {
    names.forEach(AgentRuntimes::named);
  }

  /**
   * The runtime of that name.
   *
   * @throws SettingsException when this JVM cannot run it
   */
  static AgentRuntime named(String name) {
    if (!name.equals("structured")) {
      throw new SettingsException(
          List.of("tr116.runtimes=" + name + " is not known to this version; write structured"));
    }
    try {
      return new StructuredRuntime();
    } catch (UnsupportedClassVersionError withoutPreview) {
      throw new SettingsException(
          List.of(
              "the structured runtime uses structured concurrency, a preview of JDK 25: run the"
                  + " tests on JDK 25 with the JVM option --enable-preview (surefire and failsafe:"
                  + " <argLine>--enable-preview</argLine>); this is JDK "
                  + Runtime.version()
                  + ": "
                  + withoutPreview.getMessage()));
    }
  }
}
