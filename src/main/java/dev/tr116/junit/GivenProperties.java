package dev.tr116.junit;

import dev.tr116.plan.Plans;
import dev.tr116.plan.Property;
import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Collects what was set: the class path's file, the annotation, and {@code -D}, which wins. */
final class GivenProperties {
  /** The file's name on the test class path. */
  static final String FILE = "tr116.properties";

  private GivenProperties() {}

  /**
   * Every property that was set.
   *
   * @param loader of the test class
   * @param annotation on the test class
   * @param scenarios declared there
   * @param system the JVM's properties
   * @throws SettingsException when the annotation holds a text that is no property
   */
  static Map<String, String> of(
      ClassLoader loader,
      Optional<AgentBenchmark> annotation,
      List<AgentScenario> scenarios,
      Properties system) {
    var file = new HashMap<String, String>();
    file(loader, file);
    var annotated = declared(scenarios);
    annotation.ifPresent(benchmark -> annotated(benchmark, annotated));
    var given = new HashMap<String, String>();
    for (var layer : List.of(file, annotated, commandLine(system))) {
      given.putAll(withItsPlan(layer));
    }
    return given;
  }

  private static Map<String, String> declared(List<AgentScenario> scenarios) {
    var given = new HashMap<String, String>();
    for (var scenario : scenarios) {
      var key = Property.SCENARIO_PREFIX + scenario.name();
      if (given.put(key, String.join("; ", scenario.agents())) != null) {
        throw new SettingsException(
            List.of(
                "@AgentScenario(name = \""
                    + scenario.name()
                    + "\") stands there twice; give each scenario a name of its own"));
      }
    }
    if (!scenarios.isEmpty()) {
      given.put(
          Property.SCENARIOS.key(),
          scenarios.stream().map(AgentScenario::name).collect(Collectors.joining(",")));
    }
    return given;
  }

  /** A plan gives what nobody says beside it, and more than what was said below it. */
  private static Map<String, String> withItsPlan(Map<String, String> layer) {
    var plan = layer.getOrDefault(Property.PLAN.key(), "").strip();
    if (plan.isEmpty()) {
      return layer;
    }
    var all = new HashMap<>(Plans.read(plan));
    all.putAll(layer);
    return all;
  }

  private static Map<String, String> commandLine(Properties system) {
    var given = new HashMap<String, String>();
    for (var name : system.stringPropertyNames()) {
      if (name.startsWith(Property.PREFIX)) {
        given.put(name, system.getProperty(name));
      }
    }
    return given;
  }

  private static void file(ClassLoader loader, Map<String, String> given) {
    var resource = loader.getResource(FILE);
    if (resource == null) {
      return;
    }
    try (var reader = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      properties
          .stringPropertyNames()
          .forEach(name -> given.put(Plans.wholeName(name), properties.getProperty(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + resource, unreadable);
    }
  }

  private static void annotated(AgentBenchmark benchmark, Map<String, String> given) {
    if (benchmark.models().length > 0) {
      given.put(Property.MODELS.key(), String.join(",", benchmark.models()));
    }
    if (benchmark.scenarios().length > 0) {
      given.put(Property.SCENARIOS.key(), String.join(",", benchmark.scenarios()));
    }
    if (benchmark.runs() != 0) {
      given.put(Property.RUNS.key(), String.valueOf(benchmark.runs()));
    }
    for (var property : benchmark.properties()) {
      var equals = property.indexOf('=');
      if (equals < 1) {
        throw new SettingsException(
            List.of(
                "@AgentBenchmark(properties = \""
                    + property
                    + "\"): write name=value, e.g. \"num-predict=64\""));
      }
      given.put(
          Plans.wholeName(property.substring(0, equals).strip()), property.substring(equals + 1));
    }
  }
}
