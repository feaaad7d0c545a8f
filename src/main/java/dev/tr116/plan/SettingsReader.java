package dev.tr116.plan;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Turns property texts into {@link Settings}, collecting everything that is wrong on the way. */
final class SettingsReader {
  private static final List<String> RUNTIMES =
      List.of("structured", "platform", "async", "event-loop");

  private final PropertyTexts texts;

  SettingsReader(Map<String, String> given) {
    this.texts = new PropertyTexts(given);
  }

  Settings read() {
    texts.problems().addAll(UnknownProperties.in(texts.given().keySet()));
    var suites = suites();
    var scenarios = new ScenarioReader(texts).read(suites);
    var results = texts.folder(Property.RESULTS, Property.RESULTS.standard());
    var programs = programs();
    var shard = shard();
    var settings =
        new Settings(
            models(),
            suites,
            scenarios,
            runtimes(programs),
            programs,
            texts.oneOf(Property.WORKLOAD, List.of("prompt", "report")).stream()
                .findFirst()
                .orElse(Property.WORKLOAD.standard()),
            optionalFolder(Property.WORKLOAD_FOLDER, "artifacts"),
            texts.parsed(Property.RUNS, RunCount::parse).orElse(new RunCount(1, 1)),
            texts.wholeNumber(Property.WARMUP, 0, 100),
            texts.oneWord(Property.RERUN, RerunPolicy.values()),
            calibration(),
            texts.oneWord(Property.SOLO, SoloPolicy.values()),
            new EndpointReader(texts).read(scenarios, shard),
            texts.oneWord(Property.BACKEND, BackendChoice.values()),
            texts.oneWord(Property.OPENAI_API, OpenAiApi.values()),
            keyVariable(Property.OPENAI_KEY_VARIABLE),
            ollamaKeyVariable(),
            optionalFolder(Property.TLS_CA, "ca.pem"),
            texts.oneWord(Property.TRANSPORT, TransportChoice.values()),
            texts.text(Property.NUM_PREDICT).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(texts.wholeNumber(Property.NUM_PREDICT, 1, 1_000_000)),
            seed(),
            keepAlive(),
            only(),
            shard,
            session(),
            results,
            texts.oneWord(Property.PREFLIGHT, PreflightChoice.values()),
            texts.oneOf(Property.PULL, List.of("true", "false")).contains("true"),
            fallback(),
            texts.oneWord(Property.POWER, PowerChoice.values()),
            slos(),
            texts.oneWord(Property.SLO_ENFORCE, SloEnforcement.values()),
            price(),
            timeouts(),
            texts.wholeNumber(Property.EMBEDDED_THREADS, 1, 64),
            optionalFolder(Property.CACHE, "stand-ins"),
            comparison(results),
            texts.given());
    if (!texts.problems().isEmpty()) {
      throw new SettingsException(texts.problems());
    }
    return settings;
  }

  private List<Suite> suites() {
    var known = new LinkedHashMap<String, Suite>();
    for (var suite : Suite.values()) {
      known.put(suite.word(), suite);
    }
    return texts.oneOf(Property.SUITES, List.copyOf(known.keySet())).stream()
        .filter(known::containsKey)
        .map(known::get)
        .toList();
  }

  private Fallback fallback() {
    var fallback =
        texts
            .parsed(Property.FALLBACK, text -> Fallback.parse(text, this::model))
            .orElse(Fallback.OFF);
    if (fallback.isOn() && texts.text(Property.WARMUP).equals("0")) {
      texts.problem(
          Property.FALLBACK,
          "is taken while a cell is warmed up, and "
              + Property.WARMUP.key()
              + "=0 leaves that out; write "
              + Property.WARMUP.key()
              + "=1");
    }
    return fallback;
  }

  private List<String> runtimes(Map<String, String> programs) {
    var runtimes = texts.distinct(Property.RUNTIMES, texts.list(Property.RUNTIMES));
    for (var runtime : runtimes) {
      if (!RUNTIMES.contains(runtime) && !runtime.matches("exec:[a-z][a-z0-9-]{0,39}")) {
        texts.problem(
            Property.RUNTIMES,
            "'"
                + runtime
                + "' is not known to this version; write "
                + String.join(", ", RUNTIMES)
                + " or exec:NAME");
      } else if (runtime.startsWith("exec:")
          && !runtime.equals("exec:python")
          && !programs.containsKey(runtime.substring("exec:".length()))) {
        texts.problem(
            Property.RUNTIMES,
            runtime
                + " has no program; set "
                + Property.PROGRAM_PREFIX
                + runtime.substring("exec:".length())
                + " to its command line");
      }
    }
    return runtimes;
  }

  private Map<String, String> programs() {
    var programs = new TreeMap<String, String>();
    texts
        .given()
        .forEach(
            (key, command) -> {
              if (key.startsWith(Property.PROGRAM_PREFIX)) {
                var name = key.substring(Property.PROGRAM_PREFIX.length());
                programs.put(name, command.strip());
                if (!name.matches("[a-z][a-z0-9-]{0,39}") || command.isBlank()) {
                  texts
                      .problems()
                      .add(
                          key
                              + "="
                              + command
                              + ": write a name of lower-case letters, digits and -, and a command"
                              + " line, e.g. "
                              + Property.PROGRAM_PREFIX
                              + "mine=python3 mine.py");
                }
              }
            });
    return programs;
  }

  private Optional<Path> optionalFolder(Property property, String example) {
    return texts.text(property).isEmpty()
        ? Optional.empty()
        : Optional.of(texts.folder(property, example));
  }

  private Optional<String> ollamaKeyVariable() {
    if (texts.text(Property.OLLAMA_KEY_VARIABLE).isEmpty()) {
      return Optional.empty();
    }
    if (texts.text(Property.RUNTIMES).contains("exec:")) {
      texts.problem(
          Property.OLLAMA_KEY_VARIABLE,
          "the key is not given to outside programs; leave exec: out of "
              + Property.RUNTIMES.key());
    }
    return Optional.of(keyVariable(Property.OLLAMA_KEY_VARIABLE));
  }

  private String keyVariable(Property property) {
    var name = texts.text(property);
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
      // Somebody may have written the key itself, which must not be repeated.
      texts
          .problems()
          .add(
              property.key()
                  + ": write the name of an environment variable, e.g. OPENAI_API_KEY; the key"
                  + " itself is never given here");
    }
    return name;
  }

  private Optional<Shard> shard() {
    return texts.text(Property.SHARD).isEmpty()
        ? Optional.empty()
        : texts.parsed(Property.SHARD, Shard::parse);
  }

  private List<Model> models() {
    var models =
        texts.distinct(
            Property.MODELS, texts.list(Property.MODELS).stream().map(this::model).toList());
    var folders = new HashMap<String, Model>();
    for (var model : models) {
      refuseUnprintable(model);
      var other = folders.putIfAbsent(model.slug(), model);
      if (other != null && !other.equals(model)) {
        texts.problem(
            Property.MODELS,
            other
                + " and "
                + model
                + " would share the folder "
                + model.slug()
                + "; measure them in two sessions");
      }
    }
    return models;
  }

  private void refuseUnprintable(Model model) {
    if (!Printable.of(model.tag()).equals(model.tag())) {
      texts.problem(
          Property.MODELS,
          "'" + model.tag() + "' holds a character that cannot be printed; write it without");
    }
  }

  /** Only Ollama has tags, and with them names that mean another. */
  private Model model(String name) {
    return texts.text(Property.BACKEND).equals("openai") ? new Model(name) : Model.named(name);
  }

  private long seed() {
    var value = texts.text(Property.SEED);
    if (value.matches("\\d{1,9}")) {
      return Long.parseLong(value);
    }
    texts.problem(Property.SEED, "write a whole number from 0 to 999999999");
    return 0;
  }

  private OptionalInt calibration() {
    return texts.text(Property.CALIBRATION).equals("off")
        ? OptionalInt.empty()
        : OptionalInt.of(texts.wholeNumber(Property.CALIBRATION, 10, 10_000));
  }

  private String keepAlive() {
    var value = texts.text(Property.KEEP_ALIVE);
    if (!value.matches("-?\\d{1,9}(ms|s|m|h)")) {
      texts.problem(Property.KEEP_ALIVE, "write a number with a unit, e.g. 10m or -1s for ever");
    }
    return value;
  }

  private Optional<Selection> only() {
    return texts.text(Property.ONLY).isEmpty()
        ? Optional.empty()
        : texts.parsed(Property.ONLY, Selection::parse);
  }

  private Optional<String> session() {
    var value = texts.text(Property.SESSION);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") || value.endsWith(".")) {
      texts.problem(
          Property.SESSION,
          "a session's name is its folder; write letters, digits, '.', '-' and '_', 100 at most");
    }
    return Optional.of(value);
  }

  private Optional<Comparison> comparison(Path results) {
    var effect = texts.text(Property.COMPARE_MIN_EFFECT);
    var isEffect = effect.matches("\\d{1,2}(\\.\\d{1,3})?");
    if (!isEffect) {
      texts.problem(Property.COMPARE_MIN_EFFECT, "write a number of percent from 0 to 99, e.g. 5");
    }
    var session = texts.text(Property.COMPARE);
    if (session.isEmpty()) {
      return Optional.empty();
    }
    if (session.equals(texts.text(Property.SESSION))) {
      texts.problem(
          Property.COMPARE, "a session cannot be compared with itself; name an earlier one");
    }
    // A name has no separator, so that resolving leaves every other path as it was written.
    var isName = session.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    var folder = texts.folder(Property.COMPARE, "20261122-031002");
    return Optional.of(
        new Comparison(
            isName ? results.resolve(folder) : folder, isEffect ? Double.parseDouble(effect) : 0));
  }

  private Map<SloMetric, SloLimit> slos() {
    var limits = new EnumMap<SloMetric, SloLimit>(SloMetric.class);
    for (var metric : SloMetric.values()) {
      var value = texts.given().get(metric.key());
      if (value == null) {
        metric.standard().ifPresent(limit -> limits.put(metric, limit));
      } else if (!value.strip().equals("off")) {
        SloLimits.parse(metric, value.strip(), texts.problems())
            .ifPresent(limit -> limits.put(metric, limit));
      }
    }
    return limits;
  }

  private Optional<BigDecimal> price() {
    var value = texts.text(Property.PRICE_PER_HOUR);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      texts.problem(Property.PRICE_PER_HOUR, "write US dollars, e.g. 0.85");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(value));
  }

  private Timeouts timeouts() {
    return new Timeouts(
        duration(Property.TIMEOUT_CONNECT),
        duration(Property.TIMEOUT_FIRST_TOKEN),
        duration(Property.TIMEOUT_IDLE),
        duration(Property.TIMEOUT_TOTAL));
  }

  private Duration duration(Property property) {
    var value = texts.text(property);
    var matcher = java.util.regex.Pattern.compile("([1-9]\\d{0,8})(ms|s|m|h)").matcher(value);
    if (!matcher.matches()) {
      texts.problem(property, "write a number with a unit, e.g. " + property.standard());
      return Duration.ofSeconds(1);
    }
    var amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }
}
