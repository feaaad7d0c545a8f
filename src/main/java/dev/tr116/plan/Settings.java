package dev.tr116.plan;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a session was asked to do, typed and checked; see {@link Property} for each meaning.
 *
 * @param models at least one, no doubles
 * @param suites at least one, no doubles
 * @param scenariosBySuite what each of those suites runs
 * @param runtimes at least one, no doubles
 * @param programs the command lines of outside programs, by name
 * @param workload what the agents do, {@code prompt} or {@code report}
 * @param workloadFolder artifacts that the workload reads; empty for the folder of the sessions
 * @param runs measured runs per cell
 * @param warmup unmeasured blocks per model
 * @param rerun which runs are measured once more
 * @param calibration calls that measure the instrument's own error; empty for none
 * @param solo how often each agent is also measured alone
 * @param endpoints the agents are dealt to them in turn
 * @param backend where the runs go
 * @param openAiApi which interface of an OpenAI-compatible server is used
 * @param openAiKeyVariable the environment variable that may hold its key
 * @param ollamaKeyVariable the environment variable that holds the key for Ollama servers; empty
 *     where none is sent
 * @param tlsCa PEM file with certificates of a private authority; empty for those Java trusts
 * @param transport what carries the calls to {@code http} endpoints
 * @param numPredict most tokens of an answer; empty without a cap
 * @param seed of prompts, order and sampling
 * @param keepAlive as Ollama takes it, e.g. {@code 10m}
 * @param only the cell or run chosen; empty for all
 * @param shard the part of the matrix to measure; empty for all of it
 * @param session the session's name; empty for the time of the start
 * @param results folder of the sessions
 * @param preflight what becomes of problems found before anything is measured
 * @param pull whether missing models are pulled
 * @param fallback what is tried when a model does not fit into memory
 * @param power whether power is sampled
 * @param slos the limits in force
 * @param enforcement when a violated limit fails the build
 * @param pricePerHour US dollars; empty when cost is not judged
 * @param timeouts of every call
 * @param embeddedThreads threads of each embedded server
 * @param cache folder of the generated stand-in models; empty for the user's cache folder
 * @param comparison what the session is compared with; empty without a comparison
 * @param given the properties that were set, as they were written
 */
public record Settings(
    List<Model> models,
    List<Suite> suites,
    Map<Suite, List<Scenario>> scenariosBySuite,
    List<String> runtimes,
    Map<String, String> programs,
    String workload,
    Optional<Path> workloadFolder,
    RunCount runs,
    int warmup,
    RerunPolicy rerun,
    OptionalInt calibration,
    SoloPolicy solo,
    List<URI> endpoints,
    BackendChoice backend,
    OpenAiApi openAiApi,
    String openAiKeyVariable,
    Optional<String> ollamaKeyVariable,
    Optional<Path> tlsCa,
    TransportChoice transport,
    OptionalInt numPredict,
    long seed,
    String keepAlive,
    Optional<Selection> only,
    Optional<Shard> shard,
    Optional<String> session,
    Path results,
    PreflightChoice preflight,
    boolean pull,
    Fallback fallback,
    PowerChoice power,
    Map<SloMetric, SloLimit> slos,
    SloEnforcement enforcement,
    Optional<BigDecimal> pricePerHour,
    Timeouts timeouts,
    int embeddedThreads,
    Optional<Path> cache,
    Optional<Comparison> comparison,
    Map<String, String> given) {

  public Settings {
    models = List.copyOf(models);
    suites = List.copyOf(suites);
    scenariosBySuite = Map.copyOf(scenariosBySuite);
    programs = Map.copyOf(programs);
    runtimes = List.copyOf(runtimes);
    endpoints = List.copyOf(endpoints);
    slos = Map.copyOf(slos);
    given = Map.copyOf(given);
  }

  /**
   * Reads settings from property texts.
   *
   * @param given every {@code tr116.*} property that was set
   * @throws SettingsException naming everything that is wrong, all at once
   */
  public static Settings of(Map<String, String> given) {
    return new SettingsReader(given).read();
  }

  /** What a suite runs; nothing when it was not asked for. */
  public List<Scenario> scenariosOf(Suite suite) {
    return scenariosBySuite.getOrDefault(suite, List.of());
  }

  /** The scenarios of all suites, in order. */
  public List<Scenario> scenarios() {
    return suites.stream().flatMap(suite -> scenariosOf(suite).stream()).toList();
  }

  /** The server of the agent in that place, counted from 0, among those that were found. */
  public static URI endpointOf(int agent, List<URI> endpoints) {
    return endpoints.get(agent % endpoints.size());
  }

  /** What carries the calls to these endpoints: one {@link TransportChoice#word()}, or two. */
  public String transports() {
    return endpoints.stream()
        .map(endpoint -> transport.to(endpoint).word())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** The command that measures one run again, with everything else that was set. */
  public String commandFor(RunId run) {
    var again = new TreeMap<>(given);
    again.put(Property.ONLY.key(), run.selector());
    var model = run.cell().model();
    again.put(
        Property.MODELS.key(), backend == BackendChoice.OPENAI ? model.tag() : model.displayName());
    again.remove(Property.SESSION.key());
    again.remove(Property.SHARD.key());
    again.remove(Property.COMPARE.key());
    return command(again);
  }

  /** The command that measures all of it again, into a session of its own. */
  public String command() {
    var again = new TreeMap<>(given);
    again.remove(Property.SESSION.key());
    // Without it the framework's own tests would run before.
    again.putIfAbsent(
        Property.MODELS.key(),
        models.stream()
            .map(model -> backend == BackendChoice.OPENAI ? model.tag() : model.displayName())
            .collect(Collectors.joining(",")));
    return command(again);
  }

  private static String command(SortedMap<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> ShellWord.of("-D" + property.getKey() + "=" + property.getValue()))
        .collect(Collectors.joining(" ", "mvn verify ", ""));
  }
}
