package dev.tr116.junit;

import dev.tr116.plan.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs benchmark classes inside a unit test. Whatever {@code tr116.*} this build was given is put
 * aside for the test and comes back after it, and what the session prints is kept for the test.
 */
final class BenchmarkLaunch implements BeforeEachCallback, AfterEachCallback {
  private final Map<String, String> putAside = new HashMap<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = System.out;

  @Override
  public void beforeEach(ExtensionContext context) {
    putAside.putAll(takeProperties());
    // The error of an instrument that shares its cores with other tests is not what they are about.
    set(Property.CALIBRATION, "off");
    // Where there is a GPU each run would wait for its next sample.
    set(Property.POWER, "off");
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(console);
    takeProperties();
    putAside.forEach(System::setProperty);
  }

  /** Sets a property as {@code -D} does. */
  void set(Property property, Object value) {
    System.setProperty(property.key(), value.toString());
  }

  /** Executes a benchmark class. */
  EngineExecutionResults run(Class<?> benchmark) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(benchmark))
        .execute();
  }

  /** What the sessions printed. */
  String console() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The folders of the runs that were recorded below this folder, e.g. {@code run_2}. */
  static List<String> runsRecordedIn(Path results) throws IOException {
    try (var files = Files.walk(results)) {
      return files
          .filter(file -> file.endsWith("metrics.json"))
          .map(file -> file.getParent().getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> takeProperties() {
    var taken = new HashMap<String, String>();
    for (var name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(Property.PREFIX)) {
        taken.put(name, System.clearProperty(name));
      }
    }
    return taken;
  }
}
