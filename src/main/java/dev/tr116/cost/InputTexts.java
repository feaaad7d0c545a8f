package dev.tr116.cost;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The texts of a file of inputs, and everything that is wrong with them. */
final class InputTexts {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  private final TreeMap<String, String> texts = new TreeMap<>();
  private final TreeSet<String> unused;
  private final List<String> problems = new ArrayList<>();

  InputTexts(String text) {
    try {
      new Listener().load(new StringReader(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot be read", impossible);
    } catch (IllegalArgumentException malformed) {
      problems.add(malformed.getMessage() + "; write a backslash twice");
    }
    this.unused = new TreeSet<>(texts.keySet());
  }

  List<String> problems() {
    unused.forEach(
        key -> problems.add(key + ": is no input; see the template for those there are"));
    unused.clear();
    return problems;
  }

  void problem(String problem) {
    problems.add(problem);
  }

  Optional<String> optional(String key) {
    unused.remove(key);
    return Optional.ofNullable(texts.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The text, or one more problem and an empty text. */
  String text(String key, String example) {
    var text = optional(key);
    if (text.isEmpty()) {
      problems.add(key + ": is missing; write e.g. " + key + "=" + example);
    }
    return text.orElse("");
  }

  List<String> list(String key) {
    return optional(key).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** The number, or one more problem and 1. */
  double number(String key, String example) {
    var text = text(key, example);
    return text.isEmpty() ? 1 : parse(key, text, example).orElse(1);
  }

  /** The number where there is one. */
  OptionalDouble optionalNumber(String key, String example) {
    var text = optional(key);
    return text.isPresent() ? parse(key, text.get(), example) : OptionalDouble.empty();
  }

  private OptionalDouble parse(String key, String text, String example) {
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    problems.add(key + "=" + text + ": write a plain number, e.g. " + example);
    return OptionalDouble.empty();
  }

  /** Properties that say when a key stands twice. */
  private final class Listener extends Properties {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object key, Object value) {
      if (texts.putIfAbsent(key.toString(), value.toString()) != null) {
        problems.add(key + ": stands twice; leave one");
      }
      return value;
    }
  }
}
