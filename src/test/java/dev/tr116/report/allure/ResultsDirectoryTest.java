package dev.tr116.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsDirectoryTest {
  @TempDir Path directory;

  @Test
  void environmentIsReadBackByPropertiesAsItWasGiven() throws IOException {
    var environment = new LinkedHashMap<String, String>();
    environment.put("Backend", "ollama 0.24.0");
    environment.put("CPU = #1: µ", " C:\\x=y\n#2 ü 🚀 ");
    environment.put("#", "!");

    new ResultsDirectory(directory).write(session(environment));

    var text = AllureTrial.read(directory.resolve("environment.properties"));
    var read = new Properties();
    read.load(new StringReader(text));
    assertThat(read).containsExactlyInAnyOrderEntriesOf(environment);
    assertThat(text).startsWith("Backend=ollama 0.24.0\nCPU").matches("[ -~\\n]+");
  }

  @Test
  void executorNamesTheSessionAndCountsItAfterTheLastOne() throws IOException {
    new ResultsDirectory(directory).write(session(Map.of()));
    var executor = new JsonMapper().readTree(directory.resolve("executor.json").toFile());

    Files.createDirectory(directory.resolve("history"));
    Files.writeString(
        directory.resolve("history/history-trend.json"),
        "[{\"buildOrder\":41,\"data\":{}},{\"buildOrder\" : 7}, torn");
    new ResultsDirectory(directory).write(session(Map.of()));
    var later = new JsonMapper().readTree(directory.resolve("executor.json").toFile());

    assertThat(executor.toString())
        .isEqualTo(
            "{\"name\":\"mvn verify\",\"type\":\"maven\",\"buildName\":\"2026-11-22\","
                + "\"buildOrder\":1,\"reportName\":\"tr116\"}");
    assertThat(later.get("buildOrder").asInt()).isEqualTo(42);
  }

  @Test
  void categoriesComeAlong() {
    new AllureTrial(directory).within(() -> AllureReport.connect().publish(session(Map.of())));

    assertThat(directory.resolve("categories.json"))
        .hasSameTextualContentAs(Path.of("allure-config/categories.json"));
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
    var file = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> new ResultsDirectory(file).write(session(Map.of())))
        .withMessageContaining(file.toString());
  }

  private static SessionReport session(Map<String, String> environment) {
    return new SessionReport(environment, "mvn verify", "maven", "2026-11-22", "tr116");
  }
}
