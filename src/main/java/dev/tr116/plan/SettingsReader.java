package dev.tr116.plan;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns property texts into {@link Settings}, collecting everything that is wrong on the way. */
final class SettingsReader {
  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  Settings read() {
    problems.addAll(UnknownProperties.in(given.keySet()));
    oneOf(Property.SUITES, List.of(Settings.SUITE));
    oneOf(Property.WORKLOAD, List.of("prompt"));
    var baseline = options(Property.BASELINE);
    var chimera = options(Property.CHIMERA);
    var results = folder(Property.RESULTS, Property.RESULTS.standard());
    var settings =
        new Settings(
            models(),
            scenarios(baseline, chimera),
            oneOf(Property.RUNTIMES, List.of("structured")),
            parsed(Property.RUNS, RunCount::parse).orElse(new RunCount(1, 1)),
            wholeNumber(Property.WARMUP, 0, 100),
            oneWord(Property.RERUN, RerunPolicy.values()),
            calibration(),
            oneWord(Property.SOLO, SoloPolicy.values()),
            endpoints(),
            oneWord(Property.BACKEND, BackendChoice.values()),
            text(Property.NUM_PREDICT).isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(wholeNumber(Property.NUM_PREDICT, 1, 1_000_000)),
            seed(),
            keepAlive(),
            only(),
            session(),
            results,
            slos(),
            oneWord(Property.SLO_ENFORCE, SloEnforcement.values()),
            price(),
            timeouts(),
            wholeNumber(Property.EMBEDDED_THREADS, 1, 64),
            text(Property.CACHE).isEmpty()
                ? Optional.empty()
                : Optional.of(folder(Property.CACHE, "stand-ins")),
            comparison(results),
            given);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  private String text(Property property) {
    return given.getOrDefault(property.key(), property.standard()).strip();
  }

  private void problem(Property property, String why) {
    problems.add(property.key() + "=" + text(property) + ": " + why);
  }

  private List<String> list(Property property) {
    var items =
        Arrays.stream(text(property).split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    if (items.isEmpty()) {
      problem(property, "names nothing; write at least one, e.g. " + property.standard());
    }
    return items;
  }

  private <T> List<T> distinct(Property property, List<T> items) {
    var seen = new HashSet<T>();
    for (var item : items) {
      if (!seen.add(item)) {
        problem(property, item + " is named twice; name it once");
      }
    }
    return items;
  }

  private List<Model> models() {
    var models =
        distinct(Property.MODELS, list(Property.MODELS).stream().map(Model::named).toList());
    var folders = new HashMap<String, Model>();
    for (var model : models) {
      var other = folders.putIfAbsent(model.slug(), model);
      if (other != null && !other.equals(model)) {
        problem(
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

  private List<String> oneOf(Property property, List<String> known) {
    var items = distinct(property, list(property));
    for (var item : items) {
      if (!known.contains(item)) {
        problem(
            property,
            "'" + item + "' is not known to this version; write " + String.join(" or ", known));
      }
    }
    return items;
  }

  private List<Scenario> scenarios(GenerationOptions baseline, GenerationOptions chimera) {
    var names =
        oneOf(Property.SCENARIOS, List.of(Scenario.BASELINE_VS_CHIMERA, Scenario.CHIMERA_HOMO));
    return names.stream()
        .map(
            name ->
                name.equals(Scenario.CHIMERA_HOMO)
                    ? Scenario.chimeraHomo(chimera)
                    : Scenario.baselineVsChimera(baseline, chimera))
        .toList();
  }

  private GenerationOptions options(Property property) {
    return parsed(property, GenerationOptions::parse).orElse(GenerationOptions.SERVER_DEFAULTS);
  }

  private <T> Optional<T> parsed(Property property, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(property)));
    } catch (IllegalArgumentException wrong) {
      problem(property, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private int wholeNumber(Property property, int least, int most) {
    var value = text(property);
    if (value.matches("\\d{1,9}")) {
      var number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problem(property, "write a whole number from " + least + " to " + most);
    return least;
  }

  private long seed() {
    var value = text(Property.SEED);
    if (value.matches("\\d{1,9}")) {
      return Long.parseLong(value);
    }
    problem(Property.SEED, "write a whole number from 0 to 999999999");
    return 0;
  }

  private OptionalInt calibration() {
    return text(Property.CALIBRATION).equals("off")
        ? OptionalInt.empty()
        : OptionalInt.of(wholeNumber(Property.CALIBRATION, 10, 10_000));
  }

  private <E extends Enum<E>> E oneWord(Property property, E[] words) {
    for (var word : words) {
      if (word.name().toLowerCase(Locale.ROOT).equals(text(property))) {
        return word;
      }
    }
    problem(
        property,
        "write one of "
            + Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    return words[0];
  }

  private List<URI> endpoints() {
    var endpoints = new ArrayList<URI>();
    var items = list(Property.ENDPOINTS);
    for (var item : items) {
      try {
        var uri = new URI(item.replaceFirst("/+$", ""));
        if (isServer(uri)) {
          endpoints.add(uri);
          continue;
        }
      } catch (URISyntaxException wrong) {
        // Told below, like every other text that is no address.
      }
      problem(
          Property.ENDPOINTS,
          "'" + item + "' is no server address; write e.g. http://127.0.0.1:11434");
    }
    if (items.size() == 1) {
      problem(
          Property.ENDPOINTS, "two agents need two endpoints; to share one server, write it twice");
    }
    if (items.size() > 2) {
      problem(Property.ENDPOINTS, "there are two agents; write two endpoints");
    }
    return endpoints;
  }

  /** Credentials are refused: records and reports write an endpoint as it was given. */
  private static boolean isServer(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= 65_535
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private String keepAlive() {
    var value = text(Property.KEEP_ALIVE);
    if (!value.matches("-?\\d{1,9}(ms|s|m|h)")) {
      problem(Property.KEEP_ALIVE, "write a number with a unit, e.g. 10m or -1s for ever");
    }
    return value;
  }

  private Optional<Selection> only() {
    return text(Property.ONLY).isEmpty()
        ? Optional.empty()
        : parsed(Property.ONLY, Selection::parse);
  }

  private Optional<String> session() {
    var value = text(Property.SESSION);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") || value.endsWith(".")) {
      problem(
          Property.SESSION,
          "a session's name is its folder; write letters, digits, '.', '-' and '_', 100 at most");
    }
    return Optional.of(value);
  }

  private Optional<Comparison> comparison(Path results) {
    var effect = text(Property.COMPARE_MIN_EFFECT);
    var isEffect = effect.matches("\\d{1,2}(\\.\\d{1,3})?");
    if (!isEffect) {
      problem(Property.COMPARE_MIN_EFFECT, "write a number of percent from 0 to 99, e.g. 5");
    }
    var session = text(Property.COMPARE);
    if (session.isEmpty()) {
      return Optional.empty();
    }
    if (session.equals(text(Property.SESSION))) {
      problem(Property.COMPARE, "a session cannot be compared with itself; name an earlier one");
    }
    // A name has no separator, so that resolving leaves every other path as it was written.
    var isName = session.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    var folder = folder(Property.COMPARE, "20261122-031002");
    return Optional.of(
        new Comparison(
            isName ? results.resolve(folder) : folder, isEffect ? Double.parseDouble(effect) : 0));
  }

  private Path folder(Property property, String example) {
    try {
      if (text(property).isEmpty() && !property.standard().isEmpty()) {
        problem(property, "names no folder; write e.g. " + example);
      }
      return Path.of(text(property));
    } catch (InvalidPathException wrong) {
      problem(property, "is no path on this system; write e.g. " + example);
      return Path.of(example);
    }
  }

  private Map<SloMetric, SloLimit> slos() {
    var limits = new EnumMap<SloMetric, SloLimit>(SloMetric.class);
    for (var metric : SloMetric.values()) {
      var value = given.get(metric.key());
      if (value == null) {
        metric.standard().ifPresent(limit -> limits.put(metric, limit));
      } else if (!value.strip().equals("off")) {
        SloLimits.parse(metric, value.strip(), problems)
            .ifPresent(limit -> limits.put(metric, limit));
      }
    }
    return limits;
  }

  private Optional<BigDecimal> price() {
    var value = text(Property.PRICE_PER_HOUR);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      problem(Property.PRICE_PER_HOUR, "write US dollars, e.g. 0.85");
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
    var value = text(property);
    var matcher = java.util.regex.Pattern.compile("([1-9]\\d{0,8})(ms|s|m|h)").matcher(value);
    if (!matcher.matches()) {
      problem(property, "write a number with a unit, e.g. " + property.standard());
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
