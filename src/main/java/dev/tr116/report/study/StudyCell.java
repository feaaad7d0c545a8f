package dev.tr116.report.study;

import java.util.Comparator;
import java.util.Locale;

/**
 * One configuration of agents side by side.
 *
 * @param runtime how the agents were scheduled
 * @param model all of them asked for
 * @param scenario which options each had
 */
record StudyCell(String runtime, String model, String scenario) implements Comparable<StudyCell> {
  private static final Comparator<StudyCell> ORDER =
      Comparator.comparing(StudyCell::runtime)
          .thenComparing(StudyCell::model)
          .thenComparing(StudyCell::scenario);

  /** As TR116 heads its notes, e.g. {@code RUST | gemma3 | chimera-homo}. */
  String title() {
    return runtime.toUpperCase(Locale.ROOT) + " | " + model + " | " + scenario;
  }

  /** Within a sentence, e.g. {@code rust gemma3 chimera-homo}. */
  String words() {
    return runtime + " " + model + " " + scenario;
  }

  @Override
  public int compareTo(StudyCell other) {
    return ORDER.compare(this, other);
  }
}
