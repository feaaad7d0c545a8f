package dev.tr116.plan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts that were given, read as what they stand for; keeps what is wrong with them. */
final class PropertyTexts {
  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();

  PropertyTexts(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  Map<String, String> given() {
    return given;
  }

  /** Everything found wrong so far; what others find can be added. */
  List<String> problems() {
    return problems;
  }

  void problem(Property property, String why) {
    problems.add(property.key() + "=" + text(property) + ": " + why);
  }

  String text(Property property) {
    return given.getOrDefault(property.key(), property.standard()).strip();
  }

  List<String> list(Property property) {
    return items(property, text(property));
  }

  /** The items of a part of that property's text. */
  List<String> items(Property property, String part) {
    var items =
        Arrays.stream(part.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (items.isEmpty()) {
      problem(property, "names nothing; write at least one, e.g. " + property.standard());
    }
    return items;
  }

  <T> List<T> distinct(Property property, List<T> items) {
    var seen = new HashSet<T>();
    for (var item : items) {
      if (!seen.add(item)) {
        problem(property, item + " is named twice; name it once");
      }
    }
    return items;
  }

  List<String> oneOf(Property property, List<String> known) {
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

  <T> Optional<T> parsed(Property property, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text(property)));
    } catch (IllegalArgumentException wrong) {
      problem(property, String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  int wholeNumber(Property property, int least, int most) {
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

  List<Integer> wholeNumbers(Property property, int least, int most) {
    var numbers = new ArrayList<Integer>();
    for (var item : distinct(property, list(property))) {
      if (item.matches("\\d{1,9}")
          && Integer.parseInt(item) >= least
          && Integer.parseInt(item) <= most) {
        numbers.add(Integer.valueOf(item));
      } else {
        problem(
            property,
            "'" + item + "' does not fit; write whole numbers from " + least + " to " + most);
      }
    }
    return numbers;
  }

  <E extends Enum<E>> E oneWord(Property property, E[] words) {
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

  Path folder(Property property, String example) {
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
}
