package dev.tr116.report.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.SloMetric.Better;
import dev.tr116.slo.CellVerdict;
import dev.tr116.trace.DualRun;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A file of metrics as Allure 3 reads it: a list of {@code MetricSample} (its {@code core-api},
 * version 3.18). Samples of one key are averaged and followed over sessions, so a key is a cell's
 * and not a run's.
 */
final class PerfFile {
  private final List<Map<String, Object>> samples = new ArrayList<>();
  private final CellId cell;
  private final BackendDescription backend;
  private final String owner;
  private final long start;
  private final long stop;

  private PerfFile(CellId cell, BackendDescription backend, String owner, long start, long stop) {
    this.cell = cell;
    this.backend = backend;
    this.owner = owner;
    this.start = start;
    this.stop = stop;
  }

  /** The figures of a run; none where it cannot be trusted. */
  static PerfFile of(DualRun run, DualRunMetrics metrics) {
    var start = run.startedAt().toEpochMilli();
    var lasted = TimeUnit.NANOSECONDS.toMillis(run.ended() - run.released());
    var file =
        new PerfFile(
            run.id().cell(), run.backend(), run.id().key(), start, start + Math.max(0, lasted));
    if (metrics.isValid()) {
      PerfMetric.of(metrics).forEach((metric, value) -> file.add(metric, "", value));
      for (var agent : metrics.agents()) {
        PerfMetric.of(agent)
            .forEach((metric, value) -> file.add(metric, agent.role() + "/", value));
      }
    }
    return file;
  }

  /** The objectives of a cell that were measured, with what a gate has to know of them. */
  static PerfFile of(CellVerdict verdict, long now) {
    var id = verdict.cell().id();
    var file = new PerfFile(id, verdict.backend(), id.key() + "/verdict", now, now);
    for (var each : verdict.verdicts()) {
      if (each.value().isPresent()) {
        var name = each.metric().metricName();
        var sample =
            file.sample(
                "slo/" + name,
                "objective: " + name,
                each.value().getAsDouble(),
                each.metric().unit(),
                each.metric().better());
        sample.put("outcome", each.outcome().name());
        sample.put("enforced", verdict.enforced());
        sample.put("alert", each.limit().alert());
      }
    }
    return file;
  }

  /** The name Allure knows it by; the same for the same run or verdict. */
  String name() {
    return ResultsUtils.md5(owner) + "-perf.json";
  }

  /** Whether there is nothing to tell. */
  boolean isEmpty() {
    return samples.isEmpty();
  }

  /** Its content, UTF-8. */
  byte[] content() {
    try {
      return new JsonMapper().writeValueAsBytes(samples);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are JSON", impossible);
    }
  }

  private void add(PerfMetric metric, String agent, double value) {
    sample(
        agent + metric.key(),
        agent.replace("/", " ") + metric.key(),
        value,
        metric.unit(),
        metric.better());
  }

  private Map<String, Object> sample(
      String name, String title, double value, String unit, Better better) {
    var sample = new LinkedHashMap<String, Object>();
    sample.put("id", ResultsUtils.md5(owner + "/" + name));
    sample.put("key", cell.key() + "/" + name);
    sample.put("value", value);
    sample.put("start", start);
    sample.put("stop", stop);
    sample.put("title", title);
    sample.put("unit", unit);
    sample.put("group", cell.key());
    sample.put("groupTitle", groupTitle());
    sample.put("better", better.name().toLowerCase(Locale.ROOT));
    samples.add(sample);
    return sample;
  }

  private String groupTitle() {
    return cell.displayName() + (backend.isReal() ? "" : " · " + backend.phrase());
  }
}
