package dev.tr116.plan;

import java.util.Arrays;
import java.util.Optional;

/** Every {@code tr116.*} property, with its default and meaning: the one table of them. */
public enum Property {
  MODELS(
      "models",
      "gemma3",
      "comma list of Ollama tags; `gemma3`, `qwen2.5`, `llama3.1` are short for `gemma3:latest`, `qwen2.5:7b`, `llama3.1:8b-instruct-q4_0`"),
  SCENARIOS(
      "scenarios",
      "baseline-vs-chimera,chimera-homo",
      "comma list of `baseline-vs-chimera`, `chimera-homo`"),
  SUITES("suites", "multi", "`multi`: agents side by side"),
  RUNTIMES(
      "runtimes",
      "structured",
      "how agents are scheduled; `structured`: virtual threads in one task scope"),
  WORKLOAD("workload", "prompt", "`prompt`: one call per agent, a data inventory and an analysis"),
  RUNS(
      "runs",
      "5",
      "measured runs per cell, 1 to 10000; `5..20`: at least 5, then on until every objective is decided, at most 20"),
  WARMUP("warmup", "1", "unmeasured blocks per model and endpoint, 0 to 100"),
  RERUN(
      "rerun",
      "auto",
      "`outliers`: runs whose throughput or TTFT lies more than 2 MAD and 2 % from the cell's median are measured once more, beside the first result; `auto`: on real servers only; `off`"),
  CALIBRATION(
      "calibration",
      "300",
      "calls to a server in the own process that tell the instrument's error before anything is measured, 10 to 10000; a p99 needs 299; `off`: the instrument is not judged"),
  SOLO(
      "solo",
      "every",
      "solo baseline, each agent alone with the same options: in `every` block, `once` per cell, or `off`"),
  ENDPOINTS(
      "endpoints",
      "http://127.0.0.1:11434,http://127.0.0.1:11435",
      "one URL per agent: collector, insight"),
  BACKEND("backend", "auto", "`auto`, `ollama`, `embedded`, `scripted`; see *Where a run goes*"),
  CHIMERA("chimera", "num_gpu=80,num_ctx=512,temperature=1.0", "options of a chimera agent"),
  BASELINE("baseline", "", "options of a baseline agent; empty: the server's own defaults"),
  NUM_PREDICT("num-predict", "", "most tokens an answer may have; empty: no cap"),
  SEED("seed", "42", "seed of prompts, order and sampling"),
  KEEP_ALIVE("keep-alive", "10m", "how long a server keeps the model loaded after a call"),
  ONLY("only", "", "one cell or one run: `model/scenario` or `model/scenario/run`"),
  SESSION("session", "", "name of the results folder; empty: the time of the start"),
  RESULTS("results", "results", "folder that holds the sessions"),
  COMPARE(
      "compare",
      "",
      "session to compare with: its name in the results folder, or the path of its folder; a regression counts as a violated SLO"),
  COMPARE_MIN_EFFECT(
      "compare.min-effect", "5", "percent that a figure must change by to count, 0 to 99"),
  SLO_ENFORCE(
      "slo.enforce",
      "auto",
      "`auto`: a violated SLO fails the build on real servers and is only reported on stand-ins; `true`, `false`"),
  PRICE_PER_HOUR(
      "price-per-hour",
      "",
      "US dollars an hour for the machines under test; empty: cost is not judged"),
  TIMEOUT_CONNECT("timeout.connect", "5s", "until the connection stands"),
  TIMEOUT_FIRST_TOKEN("timeout.first-token", "300s", "from the request to the first token"),
  TIMEOUT_IDLE("timeout.idle", "60s", "between two lines of the stream"),
  TIMEOUT_TOTAL("timeout.total", "600s", "for the whole call"),
  EMBEDDED_THREADS(
      "embedded.threads",
      "1",
      "threads of each embedded server, 1 to 64; more of them contend for the cores"),
  CACHE(
      "cache",
      "",
      "folder of the generated stand-in models; empty: `$XDG_CACHE_HOME/tr116` or `~/.cache/tr116`");

  /** What every property name begins with. */
  public static final String PREFIX = "tr116.";

  private final String suffix;
  private final String standard;
  private final String meaning;

  Property(String suffix, String standard, String meaning) {
    this.suffix = suffix;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** The whole name, e.g. {@code tr116.models}. */
  public String key() {
    return PREFIX + suffix;
  }

  /** The value when nobody sets one; an empty text where there is none. */
  public String standard() {
    return standard;
  }

  /** One line of Markdown on what it does. */
  public String meaning() {
    return meaning;
  }

  /** The property of that name. */
  public static Optional<Property> ofKey(String key) {
    return Arrays.stream(values()).filter(property -> property.key().equals(key)).findFirst();
  }
}
