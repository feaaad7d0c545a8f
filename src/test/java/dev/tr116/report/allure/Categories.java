package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The categories that the report sorts failures into. */
public final class Categories {
  private Categories() {}

  /**
   * The names of those that take a message. Allure 2 matches the whole message, Allure 3 searches
   * in it: both must agree.
   *
   * @param status {@code failed}, {@code broken} or {@code skipped}
   */
  public static List<String> of(String status, String message) {
    var whole =
        names(status, regex -> Pattern.compile(regex, Pattern.DOTALL).matcher(message).matches());
    var part = names(status, regex -> Pattern.compile(regex).matcher(message).find());
    assertThat(part).isEqualTo(whole);
    return whole;
  }

  private static List<String> names(String status, Predicate<String> matches) {
    try (var stream = Categories.class.getResourceAsStream("categories.json")) {
      return StreamSupport.stream(new JsonMapper().readTree(stream).spliterator(), false)
          .filter(
              c -> c.get("matchedStatuses").valueStream().anyMatch(s -> s.asText().equals(status)))
          .filter(c -> matches.test(c.get("messageRegex").asText()))
          .map((JsonNode c) -> c.get("name").asText())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
