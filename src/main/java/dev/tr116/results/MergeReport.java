package dev.tr116.results;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of joining sessions.
 *
 * @param session the folder of the joined one
 * @param runs how many runs it holds
 * @param gaps each run of the plan that no session has, with how to measure it
 * @param doubles each run that two sessions have, alike to the last byte
 * @param notes what differs between the sessions and is no hindrance, e.g. machines
 */
public record MergeReport(
    Path session, int runs, List<String> gaps, List<String> doubles, List<String> notes) {
  public MergeReport {
    gaps = List.copyOf(gaps);
    doubles = List.copyOf(doubles);
    notes = List.copyOf(notes);
  }

  /** Whether every run of the plan is there. */
  public boolean isComplete() {
    return gaps.isEmpty();
  }
}
