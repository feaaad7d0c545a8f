package dev.tr116.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings to begin with: plans that come with this library, and files of the user's own. */
public final class Plans {
  /** The plans that come with this library. */
  public static final List<String> NAMES =
      List.of(
          "tr116", "tr117", "tr118", "tr119", "tr120", "equal-budgets", "gpu-layers", "runtimes");

  private Plans() {}

  /**
   * The settings of a plan.
   *
   * @param plan one of {@link #NAMES}, or the path of a file of properties
   * @return whole property names to texts
   * @throws SettingsException when there is neither, or the file cannot be used
   */
  public static Map<String, String> read(String plan) {
    if (NAMES.contains(plan)) {
      return shipped(plan);
    }
    var file = file(plan);
    if (!Files.isRegularFile(file)) {
      throw wrong(
          plan,
          "is neither a plan nor a file; write one of "
              + String.join(", ", NAMES)
              + ", or the path of a file of properties");
    }
    try (var reader = Files.newBufferedReader(file)) {
      return settings(plan, reader);
    } catch (IOException unreadable) {
      throw wrong(plan, "cannot be read as UTF-8 text: " + unreadable);
    }
  }

  /** Property names may leave out what all of them begin with. */
  public static String wholeName(String name) {
    return name.startsWith(Property.PREFIX) ? name : Property.PREFIX + name;
  }

  private static Map<String, String> shipped(String plan) {
    try (InputStream stream =
        Plans.class.getResourceAsStream("/dev/tr116/plans/" + plan + ".properties")) {
      if (stream == null) {
        throw new IllegalStateException("the plan " + plan + " is missing from the jar");
      }
      return settings(plan, new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the plan " + plan + " cannot be read", unreadable);
    }
  }

  private static Map<String, String> settings(String plan, Reader reader) throws IOException {
    var properties = new Properties();
    try {
      properties.load(reader);
    } catch (IllegalArgumentException malformed) {
      throw wrong(plan, "is no file of properties: " + malformed.getMessage());
    }
    var settings = new TreeMap<String, String>();
    properties
        .stringPropertyNames()
        .forEach(name -> settings.put(wholeName(name), properties.getProperty(name)));
    if (settings.containsKey(Property.PLAN.key())) {
      throw wrong(plan, "names a plan itself; write the settings of that one into it");
    }
    return settings;
  }

  private static Path file(String plan) {
    try {
      return Path.of(plan);
    } catch (InvalidPathException wrong) {
      throw wrong(plan, "is neither a plan nor a path; write one of " + String.join(", ", NAMES));
    }
  }

  private static SettingsException wrong(String plan, String why) {
    return new SettingsException(List.of(Property.PLAN.key() + "=" + plan + ": " + why));
  }
}
