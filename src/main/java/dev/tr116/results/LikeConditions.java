package dev.tr116.results;

import dev.tr116.metrics.Definitions;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.EndpointGroups;
import dev.tr116.plan.Property;
import dev.tr116.results.KeptRun.KeptAgent;
import dev.tr116.slo.Conditions;
import dev.tr116.telemetry.Environment;
import dev.tr116.trace.FallbackTaken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must be alike for sessions and cells to be compared: all that a speed depends on. */
final class LikeConditions {
  private LikeConditions() {}

  /** Of a session that is about to begin. */
  static Conditions of(Session session) {
    var values = measuredOn(Definitions.VERSION, session.backend(), session.environment());
    var settings = session.settings();
    values.putAll(settings(settings.given(), settings.transports(), session.backend()));
    return new Conditions(values);
  }

  /** Of a session that is kept. */
  static Conditions of(KeptSession session) {
    var values = measuredOn(session);
    values.putAll(settings(session));
    return new Conditions(values);
  }

  /** Of one cell of a session, by its runs; a value that changed meanwhile is like no other. */
  static Conditions of(KeptSession session, List<KeptRun> runs) {
    var all = new LinkedHashMap<String, String>();
    for (var run : runs) {
      values(run)
          .forEach(
              (field, value) ->
                  all.merge(
                      field,
                      value,
                      (one, other) ->
                          one.equals(other) ? one : "changed within session " + session.name()));
    }
    return new Conditions(all);
  }

  /** The settings a speed depends on, defaults included. */
  static Map<String, String> settings(KeptSession session) {
    return settings(session.properties(), session.transports(), session.backend());
  }

  private static Map<String, String> settings(
      Map<String, String> properties, String transports, BackendDescription backend) {
    var values = new LinkedHashMap<String, String>();
    for (var property : Property.values()) {
      if (matters(property, backend)) {
        values.put(
            property.key(),
            switch (property) {
              case ENDPOINTS -> servers(EndpointGroups.of(properties));
              case TRANSPORT -> transports;
              default -> properties.getOrDefault(property.key(), property.standard()).strip();
            });
      }
    }
    properties.keySet().stream()
        .filter(key -> key.startsWith(Property.PROGRAM_PREFIX))
        .forEach(key -> values.put(key, properties.get(key)));
    return values;
  }

  /** Of one run. */
  static Conditions of(KeptRun run) {
    return new Conditions(values(run));
  }

  /** Machine and server of a session. */
  static Map<String, String> measuredOn(KeptSession session) {
    return measuredOn(session.definitions(), session.backend(), session.environment());
  }

  private static Map<String, String> values(KeptRun run) {
    var values = measuredOn(run.definitions(), run.backend(), run.environment());
    values.put("model_digest", run.served().digest().orElse(""));
    values.put("quantization", run.served().quantization().orElse(""));
    for (var agent : run.agents()) {
      values.put(agent.role() + " options", agent.options().toString());
      values.put(agent.role() + " sent options", sent(agent));
    }
    values.put("fallback", run.fallback().map(LikeConditions::fallback).orElse("none"));
    values.put("fingerprint", run.fingerprint());
    return values;
  }

  private static Map<String, String> measuredOn(
      String definitions, BackendDescription backend, Environment machine) {
    var values = new LinkedHashMap<String, String>();
    values.put("definitions", definitions);
    values.put("backend", backend.kind());
    values.put("backend version", backend.version().orElse(""));
    values.put("weights", backend.weights());
    values.put("jdk", machine.jdk());
    values.put("os", machine.os());
    values.put("cpu", machine.cpu());
    values.put("cores", String.valueOf(machine.cores()));
    values.put("gpu", String.join("; ", machine.gpu()));
    return values;
  }

  private static String fallback(FallbackTaken taken) {
    return "to " + taken.used() + " from " + taken.attempted();
  }

  /** The seed differs from run to run by plan; its origin is compared with the session. */
  private static String sent(KeptAgent agent) {
    var options = new TreeMap<>(agent.sentOptions().values());
    options.remove("seed");
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(","));
  }

  /** Ports change from start to start; machines, and whether the agents share a server, matter. */
  private static String servers(String endpoints) {
    var servers =
        Arrays.stream(endpoints.split("[,;]"))
            .map(String::strip)
            .map(endpoint -> endpoint.replaceFirst("/+$", ""))
            .toList();
    return servers.stream()
            .map(endpoint -> endpoint.replaceFirst(":\\d+$", ""))
            .collect(Collectors.joining(","))
        + (servers.stream().distinct().count() < servers.size() ? " (one server)" : "");
  }

  /** Without a default, so that whoever adds a property has to say whether it matters. */
  private static boolean matters(Property property, BackendDescription backend) {
    return switch (property) {
      case WORKLOAD, WARMUP, SOLO, CHIMERA, BASELINE, NUM_PREDICT, SEED, KEEP_ALIVE -> true;
      case TRANSPORT -> true;
      case OPENAI_API -> backend.kind().equals("openai");
      case ENDPOINTS -> backend.isReal();
      case EMBEDDED_THREADS -> backend.kind().equals("embedded");
      // They choose cells and runs, which are paired by their own identity.
      case MODELS, SCENARIOS, SUITES, RUNTIMES, RUNS, ONLY, AGENTS, SHARD -> false;
      // Their options are compared agent by agent.
      case CHIMERA2, SINGLE_GPU_LAYERS, SINGLE_CONTEXTS, SINGLE_TEMPERATURE -> false;
      // What is read differs from day to day; how long prompts and answers are is in the figures.
      case WORKLOAD_FOLDER -> false;
      // The settings it stands for are compared by themselves.
      case PLAN -> false;
      // They find problems or look on, and change nothing in what is measured.
      case PREFLIGHT, PULL, POWER, OPENAI_KEY_VARIABLE, OLLAMA_KEY_VARIABLE, TLS_CA -> false;
      // What was taken in the end is compared cell by cell.
      case FALLBACK -> false;
      // It tells the instrument's error, and changes nothing in what is measured.
      case CALIBRATION -> false;
      // What answered is compared by itself.
      case BACKEND, CACHE -> false;
      // They decide what becomes of the figures, not the figures.
      case SESSION, RESULTS, RERUN, COMPARE, COMPARE_MIN_EFFECT, SLO_ENFORCE, PRICE_PER_HOUR ->
          false;
      // A call that ran into one failed, and is not compared.
      case TIMEOUT_CONNECT, TIMEOUT_FIRST_TOKEN, TIMEOUT_IDLE, TIMEOUT_TOTAL -> false;
    };
  }
}
