package dev.tr116.exec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Splits a command line into words. Blanks part words; between {@code "} or {@code '} they do not,
 * and the quotes themselves fall away. Nothing else has a meaning: no escapes, variables, pipes.
 * Then <code>{java}</code>, <code>{classpath}</code> and <code>{python}</code> are replaced.
 */
public final class CommandWords {
  private static final Pattern PIECE =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)|(\\s+)");

  private CommandWords() {}

  /**
   * The words of a command line, at least one.
   *
   * @param python the file that {@code {python}} stands for
   * @throws IllegalArgumentException when there is none, or a quote is not closed
   */
  public static List<String> of(String line, Path python) {
    var words = split(line.strip());
    if (words.isEmpty()) {
      throw new IllegalArgumentException("it is empty; write a command, e.g. python3 agent.py");
    }
    var standFor =
        Map.of(
            "{java}", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "{classpath}", System.getProperty("java.class.path"),
            "{python}", python.toString());
    return words.stream().map(word -> replaced(word, standFor)).toList();
  }

  private static List<String> split(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var within = false;
    var piece = PIECE.matcher(line);
    var end = 0;
    while (piece.lookingAt()) {
      end = piece.end();
      if (piece.group(4) == null) {
        word.append(line, piece.start() + quote(piece.group()), end - quote(piece.group()));
        within = true;
      } else if (within) {
        words.add(word.toString());
        word.setLength(0);
        within = false;
      }
      piece.region(end, line.length());
    }
    if (end < line.length()) {
      throw new IllegalArgumentException("a quote is not closed: " + line.substring(end));
    }
    if (within) {
      words.add(word.toString());
    }
    return words;
  }

  private static int quote(String piece) {
    return piece.startsWith("\"") || piece.startsWith("'") ? 1 : 0;
  }

  private static String replaced(String word, Map<String, String> standFor) {
    var text = word;
    for (var each : standFor.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    return text;
  }
}
