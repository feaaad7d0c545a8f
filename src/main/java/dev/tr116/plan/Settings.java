package dev.tr116.plan;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a session was asked to do, typed and checked; see {@link Property} for each meaning.
 *
 * @param models at least one, no doubles
 * @param scenarios at least one, no doubles
 * @param runtimes at least one, no doubles
 * @param runs measured runs per cell
 * @param warmup unmeasured blocks per model
 * @param rerun which runs are measured once more
 * @param calibration calls that measure the instrument's own error; empty for none
 * @param solo how often each agent is also measured alone
 * @param endpoints one per agent
 * @param backend where the runs go
 * @param numPredict most tokens of an answer; empty without a cap
 * @param seed of prompts, order and sampling
 * @param keepAlive as Ollama takes it, e.g. {@code 10m}
 * @param only the cell or run chosen; empty for all
 * @param session the session's name; empty for the time of the start
 * @param results folder of the sessions
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
    List<Scenario> scenarios,
    List<String> runtimes,
    RunCount runs,
    int warmup,
    RerunPolicy rerun,
    OptionalInt calibration,
    SoloPolicy solo,
    List<URI> endpoints,
    BackendChoice backend,
    OptionalInt numPredict,
    long seed,
    String keepAlive,
    Optional<Selection> only,
    Optional<String> session,
    Path results,
    Map<SloMetric, SloLimit> slos,
    SloEnforcement enforcement,
    Optional<BigDecimal> pricePerHour,
    Timeouts timeouts,
    int embeddedThreads,
    Optional<Path> cache,
    Optional<Comparison> comparison,
    Map<String, String> given) {

  /** The suite this version runs. */
  public static final String SUITE = "multi";

  public Settings {
    models = List.copyOf(models);
    scenarios = List.copyOf(scenarios);
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

  /** The command that measures one run again, with everything else that was set. */
  public String commandFor(RunId run) {
    var again = new TreeMap<>(given);
    again.put(Property.ONLY.key(), run.selector());
    again.put(Property.MODELS.key(), run.cell().model().displayName());
    again.remove(Property.SESSION.key());
    again.remove(Property.COMPARE.key());
    return again.entrySet().stream()
        .map(property -> shellQuoted("-D" + property.getKey() + "=" + property.getValue()))
        .collect(Collectors.joining(" ", "mvn verify ", ""));
  }

  private static String shellQuoted(String word) {
    return word.matches("[A-Za-z0-9_./:,=@%+-]*") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
