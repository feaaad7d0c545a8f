package dev.tr116.junit;

import dev.tr116.plan.BackendDescription;
import java.util.List;
import java.util.Optional;

/** Tells real servers from the stand-ins of another session by the version they give. */
final class ServerVersion {
  /** The embedded engine's servers name themselves so. */
  private static final String EMBEDDED = "embedded-";

  /** A server that plays a schedule names itself so. */
  private static final String SCRIPTED = "scripted";

  private ServerVersion() {}

  /** What answers with these versions; one stand-in among them makes the figures stand-ins. */
  static BackendDescription describe(List<String> versions) {
    return describe("ollama", versions);
  }

  /** The same where a real server is of that kind. */
  static BackendDescription describe(String real, List<String> versions) {
    if (versions.stream().anyMatch(version -> version.contains(SCRIPTED))) {
      return new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);
    }
    var embedded = versions.stream().filter(version -> version.contains(EMBEDDED)).findFirst();
    return embedded
        .map(
            version ->
                new BackendDescription(
                    "embedded",
                    Optional.of(version.substring(version.indexOf(EMBEDDED) + EMBEDDED.length())),
                    BackendDescription.STAND_IN))
        .orElseGet(
            () ->
                new BackendDescription(
                    real,
                    Optional.of(String.join(" and ", versions)).filter(told -> !told.isBlank()),
                    BackendDescription.AS_SERVED));
  }
}
