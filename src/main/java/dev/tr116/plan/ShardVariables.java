package dev.tr116.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shard that a cluster or CI job is, by its index variables: indexed jobs of Kubernetes, job
 * arrays of SLURM, parallel jobs of GitLab.
 */
public final class ShardVariables {
  private static final String KUBERNETES_INDEX = "JOB_COMPLETION_INDEX";
  private static final String KUBERNETES_TOTAL = "JOB_COMPLETIONS";
  private static final String SLURM_ID = "SLURM_ARRAY_TASK_ID";
  private static final String SLURM_COUNT = "SLURM_ARRAY_TASK_COUNT";
  private static final String SLURM_FIRST = "SLURM_ARRAY_TASK_MIN";
  private static final String SLURM_STEP = "SLURM_ARRAY_TASK_STEP";
  private static final String GITLAB_INDEX = "CI_NODE_INDEX";
  private static final String GITLAB_TOTAL = "CI_NODE_TOTAL";

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private ShardVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The shard these variables name; nothing where none is set.
   *
   * @param environment the variables of the process
   * @throws SettingsException when an index has no total, does not fit it, or two systems name one
   */
  public static Optional<Shard> in(Map<String, String> environment) {
    return new ShardVariables(environment).read();
  }

  private Optional<Shard> read() {
    var found = new ArrayList<Found>();
    kubernetes().ifPresent(found::add);
    slurm().ifPresent(found::add);
    gitlab().ifPresent(found::add);
    if (found.size() > 1) {
      problems.add(
          String.join(" and ", found.stream().map(Found::named).toList())
              + " both name a shard; say which one is meant with -D"
              + Property.SHARD.key()
              + "=i/n");
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return found.stream().map(Found::shard).findFirst();
  }

  /** Kubernetes counts from 0 and tells no total; the job's manifest passes it on. */
  private Optional<Found> kubernetes() {
    return isSet(KUBERNETES_INDEX)
        ? shard(KUBERNETES_INDEX, KUBERNETES_TOTAL, number(KUBERNETES_INDEX).map(i -> i + 1))
        : Optional.empty();
  }

  /** Ids of an array begin anywhere and may have steps. */
  private Optional<Found> slurm() {
    if (!isSet(SLURM_ID)) {
      return Optional.empty();
    }
    var first = isSet(SLURM_FIRST) ? number(SLURM_FIRST) : missing(SLURM_ID, SLURM_FIRST);
    var step = isSet(SLURM_STEP) ? number(SLURM_STEP) : Optional.of(1);
    var place =
        number(SLURM_ID)
            .flatMap(
                id -> first.flatMap(least -> step.map(by -> place(id - least, Math.max(1, by)))));
    return shard(SLURM_ID, SLURM_COUNT, place);
  }

  /** GitLab counts from 1, and sets the total to 1 in jobs that are not parallel. */
  private Optional<Found> gitlab() {
    return isSet(GITLAB_INDEX)
        ? shard(GITLAB_INDEX, GITLAB_TOTAL, number(GITLAB_INDEX))
        : Optional.empty();
  }

  /** Its place in the array, from 1; none where the id lies between two steps. */
  private static int place(int distance, int step) {
    return distance % step == 0 ? distance / step + 1 : 0;
  }

  private Optional<Found> shard(String index, String total, Optional<Integer> place) {
    var count = isSet(total) ? number(total) : missing(index, total);
    if (place.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    if (place.get() < 1 || place.get() > count.get()) {
      problems.add(
          shown(index)
              + " does not fit "
              + shown(total)
              + "; number the tasks without gaps, or set -D"
              + Property.SHARD.key()
              + "=i/n");
      return Optional.empty();
    }
    return Optional.of(
        new Found(shown(index) + " of " + shown(total), new Shard(place.get(), count.get())));
  }

  private Optional<Integer> number(String variable) {
    var text = environment.getOrDefault(variable, "").strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Integer.valueOf(text));
    }
    problems.add(
        shown(variable)
            + " is no whole number; set -D"
            + Property.SHARD.key()
            + "=i/n to choose the shard yourself");
    return Optional.empty();
  }

  private Optional<Integer> missing(String index, String total) {
    problems.add(
        shown(index)
            + " stands without "
            + total
            + "; set "
            + total
            + " as well, or -D"
            + Property.SHARD.key()
            + "=i/n");
    return Optional.empty();
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }

  private String shown(String variable) {
    return variable + "=" + environment.getOrDefault(variable, "");
  }

  private record Found(String named, Shard shard) {}
}
