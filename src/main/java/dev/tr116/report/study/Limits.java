package dev.tr116.report.study;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** How much of a large study is written out; the rest stands in its table of all runs. */
final class Limits {
  /** Most configurations that have notes, cards and intervals of their own. */
  static final int CELLS = 200;

  /** Most groups, those with the highest means, of which each is held against each other. */
  static final int RIVALS = 12;

  /** Most models that have a section of their own. */
  static final int MODELS = 50;

  /** Most runs of which each has its own line. */
  static final int RUNS = 500;

  /** Lines from either end, and around the middle, where there are more. */
  static final int SHOWN = 20;

  private Limits() {}

  /** The configurations that are written out. */
  static SequencedMap<StudyCell, List<StudyRun>> first(
      SequencedMap<StudyCell, List<StudyRun>> cells) {
    if (cells.size() <= CELLS) {
      return cells;
    }
    var some = new TreeMap<StudyCell, List<StudyRun>>();
    cells.entrySet().stream()
        .limit(CELLS)
        .forEach(cell -> some.put(cell.getKey(), cell.getValue()));
    return some;
  }

  /** Says how many configurations are left out; nothing where none is. */
  static void tellRest(Page page, Study study) {
    var cells = study.cells().size();
    if (cells > CELLS) {
      page.paragraph(
          "The first %d of %d configurations are written out; all of them stand in the"
                  .formatted(CELLS, cells)
              + " configuration-level summary"
              + study.facts().table().map(table -> " and in " + table).orElse("")
              + ".");
    }
  }

  /** Whether each run has a line of its own. */
  static boolean everyRun(Study study) {
    return study.runs().size() <= RUNS;
  }

  /** Why not, and where every run is. */
  static String notEveryRun(Study study) {
    return study.runs().size()
        + " runs are too many to list each"
        + study.facts().table().map(table -> "; all of them stand in " + table).orElse("")
        + ".";
  }
}
