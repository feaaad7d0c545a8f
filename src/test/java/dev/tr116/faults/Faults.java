package dev.tr116.faults;

import java.util.List;
import java.util.stream.Stream;

/** The tables of faults. */
final class Faults {
  private Faults() {}

  /** Those of a server that speaks Ollama's API, but for the large ones. */
  static List<Fault> ofOllama() {
    return Stream.of(
            ConnectionFaults.faults(),
            StatusFaults.faults(),
            StreamFaults.faults(),
            PaceFaults.faults(),
            CounterFaults.faults())
        .flatMap(each -> each)
        .toList();
  }

  /** Those that are played one after the other, for the collector alone. */
  static List<Fault> large() {
    return LargeFaults.faults().toList();
  }

  /** Those of an OpenAI-compatible server that are not the same there. */
  static List<Fault> ofOpenAi() {
    return OpenAiFaults.faults().toList();
  }
}
