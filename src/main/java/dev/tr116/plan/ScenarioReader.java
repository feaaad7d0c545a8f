package dev.tr116.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads which agents run with which options, suite by suite. */
final class ScenarioReader {
  private static final List<String> BUILT_IN =
      List.of(Scenario.BASELINE_VS_CHIMERA, Scenario.CHIMERA_HOMO, Scenario.CHIMERA_HETERO);
  private static final int MOST_AGENTS = 10_000;

  private final PropertyTexts texts;
  private final GenerationOptions baseline;
  private final GenerationOptions chimera;
  private final GenerationOptions chimera2;

  ScenarioReader(PropertyTexts texts) {
    this.texts = texts;
    this.baseline = options(Property.BASELINE);
    this.chimera = options(Property.CHIMERA);
    this.chimera2 = options(Property.CHIMERA2);
  }

  Map<Suite, List<Scenario>> read(List<Suite> suites) {
    var agents = agents();
    var read = new EnumMap<Suite, List<Scenario>>(Suite.class);
    var multi = multi(agents.isEmpty() ? List.of(2) : agents, suites.contains(Suite.MULTI));
    var grid = grid();
    for (var suite : suites) {
      read.put(
          suite,
          switch (suite) {
            case MULTI -> multi;
            case SINGLE ->
                grid.options().stream().map(options -> Scenario.single(baseline, options)).toList();
            case SCALING ->
                (agents.isEmpty() ? List.of(1, 2, 3, 4, 5) : agents)
                    .stream().map(count -> Scenario.scaling(count, chimera)).toList();
          });
    }
    return read;
  }

  private GenerationOptions options(Property property) {
    return texts
        .parsed(property, GenerationOptions::parse)
        .orElse(GenerationOptions.SERVER_DEFAULTS);
  }

  private List<Integer> agents() {
    return texts.text(Property.AGENTS).isEmpty()
        ? List.of()
        : texts.wholeNumbers(Property.AGENTS, 1, MOST_AGENTS);
  }

  private SingleGrid grid() {
    var text = texts.text(Property.SINGLE_TEMPERATURE);
    var isNumber = text.matches("\\d{1,2}(\\.\\d{1,3})?");
    if (!isNumber) {
      texts.problem(Property.SINGLE_TEMPERATURE, "write a temperature from 0 to 99, e.g. 0.8");
    }
    return new SingleGrid(
        texts.wholeNumbers(Property.SINGLE_GPU_LAYERS, 0, 10_000),
        texts.wholeNumbers(Property.SINGLE_CONTEXTS, 1, 100_000_000),
        isNumber ? Double.parseDouble(text) : 0);
  }

  private List<Scenario> multi(List<Integer> agents, boolean asked) {
    if (asked && agents.contains(1)) {
      texts.problem(
          Property.AGENTS,
          "one agent has nobody beside it in the suite multi; write 2 or more, or"
              + " tr116.suites=scaling");
      return List.of();
    }
    var own = own();
    var known = Stream.concat(BUILT_IN.stream(), own.keySet().stream()).toList();
    var read = new ArrayList<Scenario>();
    for (var name : texts.oneOf(Property.SCENARIOS, known)) {
      var mine = own.get(name);
      if (mine != null) {
        read.add(mine);
      } else if (BUILT_IN.contains(name)) {
        agents.forEach(count -> read.add(builtIn(name, count)));
      }
    }
    return read;
  }

  private Scenario builtIn(String name, int agents) {
    return switch (name) {
      case Scenario.CHIMERA_HOMO -> Scenario.chimeraHomo(agents, chimera);
      case Scenario.CHIMERA_HETERO -> Scenario.chimeraHetero(agents, chimera, chimera2);
      default -> Scenario.baselineVsChimera(agents, baseline, chimera);
    };
  }

  private Map<String, Scenario> own() {
    var read = new java.util.TreeMap<String, Scenario>();
    texts
        .given()
        .forEach(
            (key, text) -> {
              if (key.startsWith(Property.SCENARIO_PREFIX)) {
                try {
                  var name = key.substring(Property.SCENARIO_PREFIX.length());
                  read.put(name, own(name, text));
                } catch (IllegalArgumentException wrong) {
                  texts.problems().add(key + "=" + text + ": " + wrong.getMessage());
                }
              }
            });
    return read;
  }

  private static Scenario own(String name, String text) {
    if (!name.matches("[a-z][a-z0-9-]{0,39}") || BUILT_IN.contains(name)) {
      throw new IllegalArgumentException(
          "write another name: lower-case letters, digits and -, not one of "
              + String.join(", ", BUILT_IN));
    }
    var agents = new ArrayList<AgentPlan>();
    for (var part : Arrays.stream(text.split(";", -1)).map(String::strip).toList()) {
      var colon = part.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "'"
                + part
                + "' is no agent; write role: options; role: options, e.g. collector:"
                + " num_ctx=512; insight: num_ctx=1024,temperature=0.2; critic:");
      }
      agents.add(
          new AgentPlan(
              new AgentRole(part.substring(0, colon).strip()),
              GenerationOptions.parse(part.substring(colon + 1))));
    }
    return Scenario.of(name, agents);
  }
}
