package dev.tr116.scaleout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedCell;
import dev.tr116.plan.Settings;
import dev.tr116.plan.Shard;
import dev.tr116.plan.ShardVariables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files in docs/scale-out, held against what their systems set and what the shards then do. */
class ScaleOutFilesTest {
  private static final Path FOLDER = Path.of("docs/scale-out");

  /** As a shell passes it on: with quotes around the whole word or without. */
  private static final Pattern PROPERTY = Pattern.compile("-D(tr116\\.[a-z.-]+)=([^\\s'\"]+)");

  @Test
  void kubernetesJobMeasuresEachCellOnce() throws IOException {
    var file = Files.readString(FOLDER.resolve("kubernetes-indexed-job.yaml"));
    var completions = number(file, "completions: (\\d+)");

    assertThat(file).contains("completionMode: Indexed");
    assertThat(number(file, "name: JOB_COMPLETIONS\\s+value: \"(\\d+)\"")).isEqualTo(completions);
    assertMeasuresAllOnce(
        file,
        completions,
        index ->
            Map.of(
                "JOB_COMPLETION_INDEX", String.valueOf(index),
                "JOB_COMPLETIONS", String.valueOf(completions)));
  }

  @Test
  void gitlabJobsMeasureEachCellOnce() throws IOException {
    var file = Files.readString(FOLDER.resolve("gitlab-ci.yml"));
    var parallel = number(file, "parallel: (\\d+)");

    assertMeasuresAllOnce(
        file,
        parallel,
        index ->
            Map.of(
                "CI_NODE_INDEX", String.valueOf(index + 1),
                "CI_NODE_TOTAL", String.valueOf(parallel)));
  }

  @Test
  void githubJobsNameTheirShard() throws IOException {
    var file = Files.readString(FOLDER.resolve("github-actions.yml"));
    var shards = List.of(only(file, "shard: \\[(.*)]").split(", "));
    var total = number(file, "matrix\\.shard }}/(\\d+)");

    assertThat(shards).containsExactly("1", "2", "3", "4").hasSize(total);
    assertMeasuresAllOnce(
        file.replace("-Dtr116.shard=${{ matrix.shard }}/4", ""),
        total,
        index -> Map.of("CI_NODE_INDEX", shards.get(index), "CI_NODE_TOTAL", total + ""));
  }

  @Test
  void slurmArrayMeasuresEachCellOnce() throws IOException {
    var file = Files.readString(FOLDER.resolve("slurm/array.sbatch"));
    var range = Pattern.compile("--array=(\\d+)-(\\d+)").matcher(file);
    assertThat(range.find()).isTrue();
    var first = Integer.parseInt(range.group(1));
    var count = Integer.parseInt(range.group(2)) - first + 1;

    assertThat(file).contains("#SBATCH --requeue");
    assertMeasuresAllOnce(
        "-Dtr116.models=gemma3,qwen2.5",
        count,
        index ->
            Map.of(
                "SLURM_ARRAY_TASK_ID", String.valueOf(first + index),
                "SLURM_ARRAY_TASK_MIN", String.valueOf(first),
                "SLURM_ARRAY_TASK_COUNT", String.valueOf(count),
                "SLURM_ARRAY_TASK_STEP", "1"));
  }

  private static void assertMeasuresAllOnce(
      String file, int count, IntFunction<Map<String, String>> environment) {
    var given = properties(file);
    var cells = new ArrayList<PlannedCell>();
    var servers = new HashSet<URI>();
    for (var index = 0; index < count; index++) {
      var shard = ShardVariables.in(environment.apply(index)).orElseThrow();
      assertThat(shard).isEqualTo(new Shard(index + 1, count));
      given.put("tr116.shard", shard.toString());
      var settings = Settings.of(given);
      cells.addAll(Matrix.of(settings).cells());
      if (given.containsKey("tr116.endpoints")) {
        assertThat(servers).doesNotContainAnyElementsOf(settings.endpoints());
      }
      servers.addAll(settings.endpoints());
    }
    given.remove("tr116.shard");
    given.remove("tr116.endpoints");
    assertThat(cells).containsExactlyInAnyOrderElementsOf(Matrix.whole(Settings.of(given)).cells());
  }

  private static Map<String, String> properties(String file) {
    var given = new HashMap<String, String>();
    PROPERTY
        .matcher(file.replaceAll("(?m)^\\s*#.*$", ""))
        .results()
        .forEach(found -> given.put(found.group(1), found.group(2)));
    assertThat(given).containsKey("tr116.models");
    return given;
  }

  private static int number(String file, String pattern) {
    return Integer.parseInt(only(file, pattern));
  }

  private static String only(String file, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(file);
    assertThat(found.find()).as("%s", pattern).isTrue();
    return found.group(1);
  }
}
