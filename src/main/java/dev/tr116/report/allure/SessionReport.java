package dev.tr116.report.allure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the report shows of the session as a whole.
 *
 * @param environment where it was measured, e.g. {@code Backend}, {@code JDK}; in order
 * @param executor who ran it, e.g. {@code mvn verify}
 * @param executorType e.g. {@code maven}; Allure has icons for {@code jenkins}, {@code github} ...
 * @param buildName the label of this session in trend charts
 * @param reportName the report's title
 */
public record SessionReport(
    Map<String, String> environment,
    String executor,
    String executorType,
    String buildName,
    String reportName) {
  public SessionReport {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
