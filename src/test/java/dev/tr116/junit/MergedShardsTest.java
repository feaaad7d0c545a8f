package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.plan.Property;
import dev.tr116.results.Manifest;
import dev.tr116.results.SessionMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Shards that are measured one by one and joined. */
class MergedShardsTest {
  @RegisterExtension private final BenchmarkLaunch launch = new BenchmarkLaunch();

  @TempDir private Path results;

  @Test
  void areTheSessionThatOneMachineMeasures() throws IOException {
    launch.set(Property.RESULTS, results);
    launch.set(Property.SESSION, "whole");
    launch.run(TwoModels.class);
    launch.set(Property.SESSION, "night");
    for (var shard = 1; shard <= 3; shard++) {
      launch.set(Property.SHARD, shard + "/3");
      launch.run(TwoModels.class);
    }

    var report =
        SessionMerge.merge(
            List.of(
                results.resolve("night-shard-2-of-3"),
                results.resolve("night-shard-3-of-3"),
                results.resolve("night-shard-1-of-3")),
            results.resolve("night"));

    assertThat(report.isComplete()).isTrue();
    assertThat(report.runs()).isEqualTo(12);
    assertThat(json("night/session.json").path("order"))
        .isEqualTo(json("whole/session.json").path("order"));
    assertThat(json("night/session.json").path("plan"))
        .isEqualTo(json("whole/session.json").path("plan"));
    assertThat(json("night/session.json").path("status").textValue()).isEqualTo("complete");
    assertThat(Manifest.verify(results.resolve("night")).isIntact()).isTrue();
    assertThat(failedItems("night")).isEmpty();
    assertThat(records("night")).isEqualTo(records("whole"));
    assertThat(identities("night")).isEqualTo(identities("whole")).hasSize(13);
    assertThat(json("night/summary.json").path("cells"))
        .extracting(cell -> cell.path("runs_measured").intValue())
        .containsExactly(3, 3, 3, 3);
  }

  private List<String> failedItems(String session) throws IOException {
    return json(session + "/checklist.json")
        .path("items")
        .valueStream()
        .filter(item -> item.path("state").textValue().equals("FAIL"))
        .map(JsonNode::toString)
        .toList();
  }

  private JsonNode json(String file) throws IOException {
    return new JsonMapper().readTree(results.resolve(file).toFile());
  }

  private List<String> records(String session) throws IOException {
    var folder = results.resolve(session);
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.startsWith("multi"))
          .sorted()
          .toList();
    }
  }

  /** Suite to run number of each row; the figures are those of different measurements. */
  private List<String> identities(String session) throws IOException {
    return Files.readAllLines(results.resolve(session).resolve("analysis.csv")).stream()
        .map(row -> String.join(",", List.of(row.split(",")).subList(3, 8)))
        .toList();
  }

  @AgentBenchmark(
      models = {"gemma3", "qwen2.5"},
      runs = 3,
      properties = {"backend=scripted", "warmup=0", "power=off"})
  static class TwoModels {
    @DualAgentTest
    void run() {}
  }
}
