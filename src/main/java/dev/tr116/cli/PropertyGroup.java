package dev.tr116.cli;

import dev.tr116.plan.Property;
import java.util.Arrays;
import java.util.List;

/** The headings under which the help lists the properties. */
enum PropertyGroup {
  WHAT(
      "What to run",
      Property.PLAN,
      Property.MODELS,
      Property.SCENARIOS,
      Property.SUITES,
      Property.AGENTS,
      Property.RUNTIMES,
      Property.WORKLOAD,
      Property.WORKLOAD_FOLDER,
      Property.ONLY,
      Property.SHARD),
  WHERE(
      "Where",
      Property.BACKEND,
      Property.ENDPOINTS,
      Property.OPENAI_API,
      Property.OPENAI_KEY_VARIABLE,
      Property.OLLAMA_KEY_VARIABLE,
      Property.TLS_CA,
      Property.TRANSPORT,
      Property.EMBEDDED_THREADS,
      Property.CACHE,
      Property.PREFLIGHT,
      Property.PULL,
      Property.FALLBACK),
  HOW(
      "How often and how",
      Property.RUNS,
      Property.WARMUP,
      Property.RERUN,
      Property.SOLO,
      Property.CALIBRATION,
      Property.POWER),
  OPTIONS(
      "What agents ask of servers",
      Property.BASELINE,
      Property.CHIMERA,
      Property.CHIMERA2,
      Property.SINGLE_GPU_LAYERS,
      Property.SINGLE_CONTEXTS,
      Property.SINGLE_TEMPERATURE,
      Property.NUM_PREDICT,
      Property.SEED,
      Property.KEEP_ALIVE),
  TIMEOUTS(
      "Timeouts of a call",
      Property.TIMEOUT_CONNECT,
      Property.TIMEOUT_FIRST_TOKEN,
      Property.TIMEOUT_IDLE,
      Property.TIMEOUT_TOTAL),
  RESULTS(
      "Results and objectives",
      Property.SESSION,
      Property.RESULTS,
      Property.COMPARE,
      Property.COMPARE_MIN_EFFECT,
      Property.SLO_ENFORCE,
      Property.PRICE_PER_HOUR),
  MORE("More");

  private final String heading;
  private final List<Property> named;

  PropertyGroup(String heading, Property... named) {
    this.heading = heading;
    this.named = List.of(named);
  }

  /** The words above the options. */
  String heading() {
    return heading;
  }

  /** Its properties; the last group has what no other names. */
  List<Property> properties() {
    return this != MORE
        ? named
        : Arrays.stream(Property.values())
            .filter(each -> Arrays.stream(values()).noneMatch(group -> group.named.contains(each)))
            .toList();
  }
}
