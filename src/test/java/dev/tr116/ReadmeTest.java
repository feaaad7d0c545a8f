package dev.tr116;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Property;
import dev.tr116.plan.SloMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path SNIPPET =
      Path.of("src/test/java/dev/tr116/readme/AgentsStayFastIT.java");

  @Test
  void listsEveryProperty() throws IOException {
    var rows =
        Arrays.stream(Property.values())
            .map(
                property ->
                    "| `%s` | %s | %s |"
                        .formatted(
                            property.key(),
                            property.standard().isEmpty() ? "-" : "`" + property.standard() + "`",
                            property.meaning()))
            .collect(Collectors.joining("\n"));

    assertThat(section("properties"))
        .isEqualTo("| property | default | meaning |\n|---|---|---|\n" + rows);
  }

  @Test
  void listsEveryObjective() throws IOException {
    var rows =
        Arrays.stream(SloMetric.values())
            .map(
                metric ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(
                            metric.key(),
                            metric.standard().map(limit -> "`" + limit + "`").orElse("-"),
                            metric.unit(),
                            metric.better().name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("\n"));

    assertThat(section("objectives"))
        .isEqualTo("| property | default | unit | better is |\n|---|---|---|---|\n" + rows);
  }

  @Test
  void showsALibraryClassThatCompilesHere() throws IOException {
    var source = Files.readString(SNIPPET);

    assertThat(section("library"))
        .isEqualTo("```java\n" + source.substring(source.indexOf("import")).strip() + "\n```");
  }

  @Test
  void namesTheVersionOfThisBuild() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));

    assertThat(section("dependency")).contains(version + "</version>");
  }

  private static String section(String name) throws IOException {
    var text = Files.readString(README);
    var begin = "<!-- %s: begin -->".formatted(name);
    var end = "<!-- %s: end -->".formatted(name);
    assertThat(text).contains(begin, end);
    return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end)).strip();
  }
}
