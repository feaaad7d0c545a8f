package dev.tr116.report.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What TR116 tells of its measurement beside the figures; marked where it is told and not shown.
 */
final class ReferenceFacts {
  private ReferenceFacts() {}

  /**
   * The facts.
   *
   * @param source of the figures, in words
   * @param whole whether it holds wall times and tokens, not only the printed figures
   */
  static Facts of(String source, boolean whole) {
    return new Facts(
        head(source),
        Optional.of(
            "This is a recomputation. The figures are those of Technical Report 116 (Chimeraforge"
                + " LLM Performance Research, 2025-11-26), by the definitions of its own harnesses;"
                + " nothing was measured for it. What TR116 publishes and its data does not give is"
                + " listed at the end."),
        List.of(
            "Models: qwen2.5:7b, gemma3:latest, llama3.1:8b-instruct-q4_0.",
            "Hardware, as the report states it: NVIDIA GeForce RTX 4080 12GB, driver 566.03; Intel"
                + " Core i9-13980HX; 32 GB; Windows 11 Pro; Ollama 0.1.17, two instances."),
        List.of(
            "Rust: an agent makes two calls; speedup is the sum of the agents' wall times over the"
                + " wall time of the run.",
            "Python: an agent makes one call; speedup is the sum of the servers' prefill and decode"
                + " durations over the wall time of the run.",
            "No agent was measured alone beside the run it is compared with.",
            "A call that came without the server's final counts enters as 0 tokens per second, as"
                + " in the report.",
            "Warm-up, order and the instrument's own error are not told."),
        "Throughput deltas are insight minus collector; TTFT deltas are collector minus insight for"
            + " rust and the opposite for python, as the harnesses computed them.",
        Optional.of(
            "the two harnesses give their agents different work and call different quantities"
                + " speedup"),
        Optional.of(
            whole
                ? "TR116 measured no agent alone beside its dual runs"
                : "printed figures hold no wall time and no token count; give --reference the"
                    + " folder of the result files for the bounds they allow"),
        false,
        models(),
        List.of(),
        "GPU memory was not recorded.",
        List.of(),
        List.of("Failed calls are not told apart in these figures."),
        List.of(
            "Commit: not told. Model digests: not told.",
            "Ports, as the report states them: collector 11434, insight 11435.",
            "The figures printed in TR116 ship with this project; its result files do not."),
        List.of(
            "mvn verify -Dtr116.plan=tr116",
            "tr116 report --reference",
            "tr116 report --reference FOLDER"),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Map<String, String> head(String source) {
    var head = new LinkedHashMap<String, String>();
    head.put("Project", "Chimeraforge LLM Performance Research");
    head.put("Date", "2025-11-26");
    head.put("Report Type", "Recomputation of TR116's tables from its own figures");
    head.put("Data Sources", source);
    return head;
  }

  private static Map<String, List<String>> models() {
    var models = new LinkedHashMap<String, List<String>>();
    models.put("gemma3", List.of("tag gemma3:latest", "stated: 4.3B parameters, Q4_K_M, 3.3GB"));
    models.put(
        "llama3.1",
        List.of("tag llama3.1:8b-instruct-q4_0", "stated: 8B parameters, Q4_0, about 5.5GB"));
    models.put("qwen2.5", List.of("tag qwen2.5:7b", "stated: 7B parameters, Q4_K_M, about 5GB"));
    return models;
  }
}
