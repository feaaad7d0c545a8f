package dev.tr116.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar and of the Java it runs on. */
final class Version implements IVersionProvider {
  Version() {}

  @Override
  public String[] getVersion() {
    var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {
      "tr116 " + version.orElse("(not from a jar)") + ", Java " + Runtime.version()
    };
  }
}
