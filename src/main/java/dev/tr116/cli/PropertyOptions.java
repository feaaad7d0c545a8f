package dev.tr116.cli;

import dev.tr116.plan.Property;
import dev.tr116.plan.SloMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every property as an option, named without its {@code tr116.}. */
final class PropertyOptions {
  private static final String OPTION = "--";

  private PropertyOptions() {}

  /** Adds them to a command, in groups, with what the table of properties says of each. */
  static void addTo(CommandSpec command) {
    for (var group : PropertyGroup.values()) {
      var options =
          new ArrayList<>(group.properties().stream().map(PropertyOptions::option).toList());
      if (group == PropertyGroup.RESULTS) {
        for (var metric : SloMetric.values()) {
          options.add(option(metric));
        }
      }
      if (!options.isEmpty()) {
        add(command, group.heading(), options);
      }
    }
    add(
        command,
        "Names of your own",
        List.of(
            // Only for the help: ParsedNames makes -D of what is given.
            shown("--scenario.NAME", "ROLE: OPTIONS; ROLE: OPTIONS", "a scenario for --scenarios"),
            shown("--exec.NAME", "COMMAND", "an outside program for --runtimes=exec:NAME")));
  }

  /**
   * What was given, by property.
   *
   * @param defined what {@code -D} sets besides
   * @throws ParameterException when a property is given in both ways
   */
  static Map<String, String> given(ParseResult parsed, Map<String, String> defined) {
    var given = new TreeMap<>(defined);
    for (var option : parsed.matchedOptions()) {
      var key = Property.PREFIX + option.longestName().substring(OPTION.length());
      if (isProperty(key) && given.put(key, option.<String>getValue()) != null) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            option.longestName() + " and -D" + key + " are both given; give one of them");
      }
    }
    return given;
  }

  private static boolean isProperty(String key) {
    return Property.ofKey(key).isPresent() || SloMetric.ofKey(key).isPresent();
  }

  private static OptionSpec option(Property property) {
    return shown(
        optionOf(property.key()),
        "VALUE",
        plain(property.meaning()),
        Optional.of(property.standard()).filter(standard -> !standard.isEmpty()));
  }

  private static OptionSpec option(SloMetric metric) {
    return shown(
        optionOf(metric.key()),
        "TARGET/ALERT",
        metric.unit()
            + ", "
            + (metric.better() == SloMetric.Better.HIGHER ? "higher" : "lower")
            + " is better; off takes it out",
        metric.standard().map(Object::toString));
  }

  private static String optionOf(String key) {
    return OPTION + key.substring(Property.PREFIX.length());
  }

  private static OptionSpec shown(String name, String label, String meaning) {
    return shown(name, label, meaning, Optional.empty());
  }

  private static OptionSpec shown(
      String name, String label, String meaning, Optional<String> standard) {
    var description = meaning + standard.map(value -> " [" + value + "]").orElse("");
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        // It is a format to picocli.
        .description(description.replace("%", "%%"))
        .build();
  }

  private static void add(CommandSpec command, String heading, List<OptionSpec> options) {
    var group =
        ArgGroupSpec.builder()
            .heading("%n" + heading + ":%n")
            .validate(false)
            .exclusive(false)
            .multiplicity("0..1");
    options.forEach(group::addArg);
    command.addArgGroup(group.build());
  }

  /** Markdown without its marks, and with options in place of properties. */
  private static String plain(String markdown) {
    return markdown
        .replaceAll("`tr116\\.([a-zA-Z0-9.-]+)", "`--$1")
        .replace("`", "")
        .replaceAll("(?<!\\w)\\*([^*]+)\\*", "\"$1\" in the README");
  }
}
