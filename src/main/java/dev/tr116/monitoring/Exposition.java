package dev.tr116.monitoring;

import dev.tr116.plan.BackendDescription;
import dev.tr116.slo.CellVerdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A session's figures as Prometheus reads them, e.g. by node_exporter's textfile collector. What
 * was not measured has no line.
 */
public final class Exposition {
  private Exposition() {}

  /**
   * The text of such a file.
   *
   * @param session its name
   * @param startedAt when it began
   * @param backend what answered
   * @param verdicts of its cells
   * @param pricePerHour of all machines together, US dollars
   */
  public static String of(
      String session,
      Instant startedAt,
      BackendDescription backend,
      List<CellVerdict> verdicts,
      Optional<BigDecimal> pricePerHour) {
    var text = new StringBuilder();
    head(text, "tr116_session_info", "The session that the figures are from, always 1");
    var facts = new LinkedHashMap<String, String>();
    facts.put("session", session);
    facts.put("backend", backend.kind());
    facts.put("version", backend.version().orElse(""));
    facts.put("weights", backend.weights());
    line(text, "tr116_session_info", facts, "1");
    head(text, "tr116_session_start_time_seconds", "When the session began, since 1970");
    line(
        text,
        "tr116_session_start_time_seconds",
        Map.of(),
        BigDecimal.valueOf(startedAt.toEpochMilli()).movePointLeft(3).toPlainString());
    gauge(
        text,
        "tr116_runs_planned",
        "Runs that the cell should have",
        verdicts,
        verdict -> OptionalDouble.of(verdict.plannedRuns()));
    gauge(
        text,
        "tr116_runs_measured",
        "Runs that figures come from",
        verdicts,
        verdict -> OptionalDouble.of(verdict.cell().measured().size()));
    for (var gauge : Gauge.values()) {
      gauge(
          text,
          gauge.metricName(),
          gauge.help(),
          verdicts,
          verdict -> gauge.of(verdict.cell(), pricePerHour));
    }
    return text.toString();
  }

  private static void gauge(
      StringBuilder text,
      String name,
      String help,
      List<CellVerdict> verdicts,
      Function<CellVerdict, OptionalDouble> figure) {
    var measured = verdicts.stream().filter(verdict -> figure.apply(verdict).isPresent()).toList();
    if (measured.isEmpty()) {
      return;
    }
    head(text, name, help);
    for (var verdict : measured) {
      line(
          text,
          name,
          labels(verdict),
          BigDecimal.valueOf(figure.apply(verdict).getAsDouble())
              .stripTrailingZeros()
              .toPlainString());
    }
  }

  private static SequencedMap<String, String> labels(CellVerdict verdict) {
    var cell = verdict.cell().id();
    var labels = new LinkedHashMap<String, String>();
    labels.put("suite", cell.suite());
    labels.put("runtime", cell.runtime());
    labels.put("model", cell.model().tag());
    labels.put("scenario", cell.scenario());
    labels.put("options", cell.options());
    verdict.cell().agents().ifPresent(agents -> labels.put("agents", Integer.toString(agents)));
    labels.put("backend", verdict.backend().kind());
    labels.put("weights", verdict.backend().weights());
    return labels;
  }

  private static void head(StringBuilder text, String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append(".\n");
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private static void line(
      StringBuilder text, String name, Map<String, String> labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append(
          labels.entrySet().stream()
              .map(label -> label.getKey() + "=" + Promql.quoted(label.getValue()))
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(value).append('\n');
  }
}
