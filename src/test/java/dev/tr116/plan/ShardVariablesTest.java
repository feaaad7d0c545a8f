package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardVariablesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=4 | 1/4",
        "JOB_COMPLETION_INDEX=3 JOB_COMPLETIONS=4 | 4/4",
        "CI_NODE_INDEX=1 CI_NODE_TOTAL=3 | 1/3",
        "CI_NODE_INDEX=3 CI_NODE_TOTAL=3 | 3/3",
        "SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=4 | 1/4",
        "SLURM_ARRAY_TASK_ID=10 SLURM_ARRAY_TASK_MIN=7 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_STEP=1 | 4/4",
        "SLURM_ARRAY_TASK_ID=16 SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_STEP=3 | 3/3",
      })
  void nameAShard(String variables, String shard) {
    assertThat(ShardVariables.in(environment(variables)).map(Shard::toString)).hasValue(shard);
  }

  @ParameterizedTest
  @CsvSource({
    "PATH=/bin",
    "CI_NODE_TOTAL=1",
    "SLURM_JOB_ID=7",
    "JOB_COMPLETIONS=4",
    "CI_NODE_INDEX="
  })
  void nameNoneOutsideOfSuchJobs(String variables) {
    assertThat(ShardVariables.in(environment(variables))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JOB_COMPLETION_INDEX=1 | JOB_COMPLETION_INDEX=1 stands without JOB_COMPLETIONS; set JOB_COMPLETIONS as well, or -Dtr116.shard=i/n",
        "CI_NODE_INDEX=1 | CI_NODE_INDEX=1 stands without CI_NODE_TOTAL; set CI_NODE_TOTAL as well, or -Dtr116.shard=i/n",
        "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_MIN=1 | SLURM_ARRAY_TASK_ID=1 stands without SLURM_ARRAY_TASK_COUNT",
        "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=2 | SLURM_ARRAY_TASK_ID=1 stands without SLURM_ARRAY_TASK_MIN",
        "JOB_COMPLETION_INDEX=4 JOB_COMPLETIONS=4 | JOB_COMPLETION_INDEX=4 does not fit JOB_COMPLETIONS=4",
        "CI_NODE_INDEX=0 CI_NODE_TOTAL=3 | CI_NODE_INDEX=0 does not fit CI_NODE_TOTAL=3",
        "SLURM_ARRAY_TASK_ID=9 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=2 | number the tasks without gaps",
        "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_STEP=2 | does not fit",
        "CI_NODE_INDEX=first CI_NODE_TOTAL=3 | CI_NODE_INDEX=first is no whole number",
        "CI_NODE_INDEX=1 CI_NODE_TOTAL=3 SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=2 | both name a shard; say which one is meant with -Dtr116.shard=i/n",
      })
  void areRefusedWhenTheyNameNoneForSure(String variables, String why) {
    assertThatThrownBy(() -> ShardVariables.in(environment(variables)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why);
  }

  @Test
  void ofAShardedPlanNameEachCellOnce() {
    var cells =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                index ->
                    ShardVariables.in(
                            Map.of(
                                "JOB_COMPLETION_INDEX",
                                String.valueOf(index),
                                "JOB_COMPLETIONS",
                                "4"))
                        .orElseThrow())
            .flatMap(shard -> shard.of(java.util.List.of("a", "b", "c", "d", "e", "f")).stream());

    assertThat(cells).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
  }

  private static Map<String, String> environment(String variables) {
    return Arrays.stream(variables.split(" "))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }
}
