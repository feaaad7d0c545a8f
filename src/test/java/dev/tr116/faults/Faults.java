package dev.tr116.faults;

import java.util.List;
import java.util.stream.Stream;

/** The table of faults, but for those that are large. */
final class Faults {
  private Faults() {}

  static List<Fault> all() {
    return Stream.of(
            ConnectionFaults.faults(),
            StatusFaults.faults(),
            StreamFaults.faults(),
            PaceFaults.faults(),
            CounterFaults.faults())
        .flatMap(each -> each)
        .toList();
  }
}
