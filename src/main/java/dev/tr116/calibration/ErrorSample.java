package dev.tr116.calibration;

import dev.tr116.statistics.Percentile;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.CallTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The client's stamps of some calls, held against what the server says it did. */
final class ErrorSample {
  private static final double NANOS_PER_MICRO = 1000;

  private final List<Double> ttft = new ArrayList<>();
  private final List<Double> chunk = new ArrayList<>();

  /** Adds a call whose server reports when it really sent its first and its last line. */
  void add(CallTrace call) {
    var stamps = call.stamps();
    if (call.succeeded()) {
      var first = stamps.firstContent().orElseThrow();
      var seen = first - stamps.sent().orElseThrow();
      var span = stamps.lastContent().orElseThrow() - first;
      ttft.add(micros(seen - call.server().promptEvalNanos().orElseThrow()));
      chunk.add(micros(span - call.server().evalNanos().orElseThrow()));
    }
  }

  int calls() {
    return ttft.size();
  }

  /** What the calls so far say; at least one must have been added. */
  Calibration calibration(int agents) {
    return new Calibration(agents, calls(), errors(ttft), errors(chunk));
  }

  private static double micros(long nanos) {
    return Math.abs(nanos) / NANOS_PER_MICRO;
  }

  private static Calibration.Errors errors(List<Double> sample) {
    var values = sample.stream().mapToDouble(Double::doubleValue).toArray();
    var p99 = Percentile.of(values, 0.99).orElseThrow();
    return new Calibration.Errors(
        Percentile.of(values, 0.5).orElseThrow().ofSample(),
        p99.isSupported() ? OptionalDouble.of(p99.ofSample()) : OptionalDouble.empty());
  }
}
