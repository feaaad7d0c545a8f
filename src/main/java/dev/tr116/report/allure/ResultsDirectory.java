package dev.tr116.report.allure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The directory Allure writes its results to, for the files that are not about one test.
 *
 * @param path need not exist yet
 */
record ResultsDirectory(Path path) {
  private static final String CATEGORIES = "categories.json";
  private static final Pattern BUILD_ORDER =
      Pattern.compile("\"buildOrder\"\\s*:\\s*(\\d{1,15})\\b");

  /** The one Allure itself uses. */
  static ResultsDirectory current() {
    var properties = PropertiesUtils.loadAllureProperties();
    var directory = properties.getProperty("allure.results.directory", "allure-results");
    return new ResultsDirectory(Path.of(directory));
  }

  void write(SessionReport report) {
    try {
      Files.createDirectories(path);
      var environment = PropertiesText.of(report.environment());
      Files.write(
          path.resolve("environment.properties"), environment.getBytes(StandardCharsets.US_ASCII));
      Files.write(path.resolve("executor.json"), executor(report));
      Files.write(path.resolve(CATEGORIES), categories());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to Allure's results directory " + path, e);
    }
  }

  /** Writes metrics, in the place of what the same run or verdict told before; none, no file. */
  void write(PerfFile metrics) {
    if (metrics.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(path);
      Files.write(path.resolve(metrics.name()), metrics.content());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to Allure's results directory " + path, e);
    }
  }

  private byte[] executor(SessionReport report) throws IOException {
    var executor = new LinkedHashMap<String, Object>();
    executor.put("name", report.executor());
    executor.put("type", report.executorType());
    executor.put("buildName", report.buildName());
    executor.put("buildOrder", nextBuildOrder());
    executor.put("reportName", report.reportName());
    return new JsonMapper().writeValueAsBytes(executor);
  }

  /**
   * One more than the last session's in the history that the build put here. Searched, not parsed:
   * a damaged history must not stop a session, and Allure counts anew then, too.
   */
  private long nextBuildOrder() throws IOException {
    var trend = path.resolve("history").resolve("history-trend.json");
    if (Files.notExists(trend)) {
      return 1;
    }
    var text = new String(Files.readAllBytes(trend), StandardCharsets.UTF_8);
    var orders = BUILD_ORDER.matcher(text).results();
    return 1 + orders.mapToLong(order -> Long.parseLong(order.group(1))).max().orElse(0);
  }

  private static byte[] categories() throws IOException {
    try (var stream = ResultsDirectory.class.getResourceAsStream(CATEGORIES)) {
      return Objects.requireNonNull(stream, CATEGORIES).readAllBytes();
    }
  }
}
