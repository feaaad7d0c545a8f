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
      "comma list of `baseline-vs-chimera`, `chimera-homo`, `chimera-hetero` and your own, see *Scenarios of your own*"),
  SUITES(
      "suites",
      "multi",
      "comma list of `multi`: agents side by side in scenarios; `single`: one agent, baseline against chimera options; `scaling`: the same agent once, twice, ... side by side"),
  AGENTS(
      "agents",
      "",
      "comma list of how many agents run side by side; empty: 2, and 1 to 5 in the suite `scaling`. They are dealt to the endpoints in turn"),
  RUNTIMES(
      "runtimes",
      "structured",
      "comma list of how agents are scheduled: `structured`: virtual threads in one task scope; `platform`: one platform thread each; `async`: futures without a thread of their own; `event-loop`: one thread for all; `exec:NAME`: an outside program, given by `tr116.exec.NAME`"),
  WORKLOAD(
      "workload",
      "prompt",
      "`prompt`: one call per agent, a data inventory and an analysis; `report`: each agent reads a folder of artifacts, analyses it and writes a report, two calls"),
  WORKLOAD_FOLDER(
      "workload.folder",
      "",
      "folder of `.csv`, `.json` and `.md` files that the workload `report` reads; empty: the folder of the sessions"),
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
      "comma list of URLs: the first agent calls the first, the second the second, further ones begin again with the first; one server for all is one URL; with `;` between them a list for each shard"),
  BACKEND(
      "backend",
      "auto",
      "`auto`, `ollama`, `embedded`, `scripted`, `openai`; see *Where a run goes*"),
  OPENAI_API(
      "openai.api",
      "chat",
      "interface of `tr116.backend=openai`: `chat` for `/v1/chat/completions`, `completions` for `/v1/completions`"),
  OPENAI_KEY_VARIABLE(
      "openai.key-variable",
      "OPENAI_API_KEY",
      "environment variable that holds the key of `tr116.backend=openai`, where the server wants one"),
  OLLAMA_KEY_VARIABLE(
      "ollama.key-variable",
      "",
      "environment variable that holds the key for Ollama servers behind a proxy that wants one, sent as `Authorization: Bearer`; empty: none is sent"),
  TLS_CA(
      "tls-ca",
      "",
      "PEM file with the certificates of a private authority that `https` endpoints may show, beside those Java trusts"),
  TRANSPORT(
      "transport",
      "selector",
      "what carries the calls to `http` endpoints: `selector`: one thread over plain sockets; `jdk`: Java's HTTP client, which carries those to `https` in any case"),
  CHIMERA("chimera", "num_gpu=80,num_ctx=512,temperature=1.0", "options of a chimera agent"),
  CHIMERA2(
      "chimera2",
      "num_gpu=60,num_ctx=1024,temperature=0.8",
      "options of the second chimera agent in `chimera-hetero`"),
  BASELINE("baseline", "", "options of a baseline agent; empty: the server's own defaults"),
  SINGLE_GPU_LAYERS("single.gpu-layers", "60,80", "comma list of `num_gpu` in the suite `single`"),
  SINGLE_CONTEXTS("single.contexts", "512,1024", "comma list of `num_ctx` in the suite `single`"),
  SINGLE_TEMPERATURE("single.temperature", "0.8", "`temperature` in the suite `single`"),
  NUM_PREDICT("num-predict", "", "most tokens an answer may have; empty: no cap"),
  SEED("seed", "42", "seed of prompts, order and sampling"),
  KEEP_ALIVE("keep-alive", "10m", "how long a server keeps the model loaded after a call"),
  ONLY("only", "", "one cell or one run: `model/scenario` or `model/scenario/run`"),
  SHARD(
      "shard",
      "",
      "part of the matrix to measure, `i/n`; empty: all of it, or the part that the index variables of a cluster or CI job name"),
  PLAN(
      "plan",
      "",
      "settings to begin with: a plan that comes with tr116, or the path of a file of properties; see *Plans*"),
  SESSION(
      "session",
      "",
      "name of the results folder; one that exists is gone on with; empty: the time of the start"),
  RESULTS("results", "results", "folder that holds the sessions"),
  COMPARE(
      "compare",
      "",
      "session to compare with: its name in the results folder, or the path of its folder; a regression counts as a violated SLO"),
  COMPARE_MIN_EFFECT(
      "compare.min-effect", "5", "percent that a figure must change by to count, 0 to 99"),
  PREFLIGHT(
      "preflight",
      "on",
      "what becomes of problems found before anything is measured: `on` stops, `warn` tells them and goes on, `off` does not look"),
  PULL("pull", "false", "`true`: pull the models that a server does not have"),
  FALLBACK(
      "fallback",
      "off",
      "what to try when a model does not fit into memory while it is warmed up: `auto`: fewer GPU layers, then a smaller context; steps such as `num_gpu=40; model=qwen2.5:7b`; `auto` with steps after it; `off`"),
  POWER(
      "power",
      "auto",
      "`auto`: sample power with `nvidia-smi` and RAPL where there are any; `off`"),
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

  /** What the properties begin with that define scenarios, {@code tr116.scenario.NAME}. */
  public static final String SCENARIO_PREFIX = "tr116.scenario.";

  /** What the properties begin with that name outside programs, {@code tr116.exec.NAME}. */
  public static final String PROGRAM_PREFIX = "tr116.exec.";

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
