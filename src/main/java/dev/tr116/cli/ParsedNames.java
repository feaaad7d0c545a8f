package dev.tr116.cli;

import dev.tr116.plan.Property;
import java.util.Map;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options whose names users make up, {@code --scenario.NAME} and {@code --exec.NAME}: they become
 * {@code -D} before anything is parsed.
 */
final class ParsedNames implements IParameterPreprocessor {
  private static final Pattern OPTION =
      Pattern.compile("--((?:scenario|exec)\\.[^=]+)(?:=(.*))?", Pattern.DOTALL);

  // The interface of picocli has the old stack.
  @SuppressWarnings("JdkObsolete")
  @Override
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec none, Map<String, Object> info) {
    var rest = new Stack<String>();
    while (!arguments.isEmpty()) {
      var argument = arguments.pop();
      var option = OPTION.matcher(argument);
      rest.push(option.matches() ? defined(option, arguments, command) : argument);
    }
    while (!rest.isEmpty()) {
      arguments.push(rest.pop());
    }
    return false;
  }

  private static String defined(
      java.util.regex.Matcher option, Stack<String> following, CommandSpec command) {
    var value = option.group(2);
    if (value == null && following.isEmpty()) {
      throw new ParameterException(command.commandLine(), option.group() + " needs a value");
    }
    var given = value == null ? following.pop() : value;
    return "-D" + Property.PREFIX + option.group(1) + "=" + given;
  }
}
