package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.metrics.Definitions;
import dev.tr116.plan.SentOptions;
import dev.tr116.statistics.Distribution;
import dev.tr116.trace.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code session.json}: settings, order, environment and how the session went. */
final class SessionJson {
  private SessionJson() {}

  static ObjectNode of(
      Session session, String status, List<StoredRun> done, Optional<Distribution> ownTime) {
    var json = Json.object();
    json.put("definitions", Definitions.VERSION);
    json.put("session", session.name());
    json.put("started_at", Instants.millis(session.startedAt()));
    json.put("status", status);
    json.set("backend", BackendJson.of(session.backend()));
    Json.put(
        json,
        "tr116",
        Optional.ofNullable(SessionJson.class.getPackage().getImplementationVersion()));
    json.put("seed", session.settings().seed());
    var given = json.putObject("properties");
    new TreeMap<>(session.settings().given()).forEach(given::put);
    var settings = json.putObject("settings");
    settings.put(
        "models",
        String.join(",", session.settings().models().stream().map(m -> m.tag()).toList()));
    settings.put(
        "scenarios",
        String.join(",", session.settings().scenarios().stream().map(s -> s.name()).toList()));
    settings.put("runtimes", String.join(",", session.settings().runtimes()));
    var runs = session.settings().runs();
    if (runs.least() == runs.most()) {
      settings.put("runs", runs.least());
    } else {
      settings.put("runs", runs.toString());
    }
    settings.put("workload", session.settings().workload());
    settings.put("warmup", session.settings().warmup());
    settings.put("solo", session.settings().solo().word());
    settings.put(
        "endpoints",
        String.join(",", session.settings().endpoints().stream().map(Object::toString).toList()));
    settings.put("transport", session.settings().transports());
    var slos = settings.putObject("slo");
    new TreeMap<>(session.settings().slos())
        .forEach((metric, limit) -> slos.put(metric.metricName(), limit.toString()));
    json.set("environment", EnvironmentJson.machine(session.environment()));
    var leftOut = json.putArray("options_not_sent");
    SentOptions.leftOut(session.settings().backend(), session.matrix()).forEach(leftOut::add);
    WholePlan.of(session.settings()).write(json);
    var order = json.putArray("order");
    session.matrix().runs().forEach(run -> order.add(run.id().key()));
    json.put("runs_planned", session.matrix().runs().size());
    json.put("runs_recorded", done.size());
    json.put(
        "runs_invalid", done.stream().filter(run -> run.status() == RunStatus.INVALID).count());
    json.put("runs_failed", done.stream().filter(run -> run.status() == RunStatus.FAILED).count());
    json.set("own_time_ms", ownTime.map(SessionJson::ownTime).orElse(null));
    return json;
  }

  /** What the program itself needed for a run: all but the time in which agents work. */
  private static ObjectNode ownTime(Distribution times) {
    var json = Json.object();
    json.put("median", times.p50());
    json.put("max", times.max());
    json.put("n", times.n());
    return json;
  }
}
