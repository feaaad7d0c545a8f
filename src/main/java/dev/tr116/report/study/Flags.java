package dev.tr116.report.study;

import java.util.List;

/**
 * How many runs were flagged for contention, of those in which somebody looked.
 *
 * @param raised flagged
 * @param of runs that were looked at
 * @param names of the flagged ones
 */
record Flags(int raised, int of, List<String> names) {
  Flags {
    names = List.copyOf(names);
  }

  static Flags of(List<StudyRun> runs) {
    var judged =
        runs.stream().filter(run -> run.isMeasured() && run.contention().isPresent()).toList();
    var raised = judged.stream().filter(run -> run.contention().orElse(false)).toList();
    return new Flags(
        raised.size(),
        judged.size(),
        raised.stream().map(run -> run.cell().words() + " run " + run.number()).toList());
  }

  /** Between 0 and 1. */
  String share(int decimals) {
    return of == 0 ? Amount.ABSENT : Amount.of((double) raised / of, decimals);
  }

  String percent(int decimals) {
    return of == 0 ? Amount.ABSENT : Amount.of(100.0 * raised / of, decimals) + "%";
  }
}
