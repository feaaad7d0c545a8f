package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.Instrument;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a record says of the instrument. */
final class CalibrationJson {
  private CalibrationJson() {}

  static ObjectNode of(Instrument instrument) {
    var json = Json.object();
    var calibration = instrument.calibration();
    json.put("agents", calibration.map(Calibration::agents).orElse(null));
    json.put("calls", calibration.map(Calibration::calls).orElse(null));
    errors(json, "ttft", calibration.map(Calibration::ttft));
    errors(json, "chunk", calibration.map(Calibration::chunk));
    json.put("window_ms", instrument.window());
    json.put("gc_ms", instrument.garbageCollection());
    Json.put(json, "jit_ms", instrument.compilation());
    return json;
  }

  private static void errors(ObjectNode json, String of, Optional<Calibration.Errors> errors) {
    json.put(of + "_error_us_p50", errors.map(Calibration.Errors::p50).orElse(null));
    Json.put(
        json,
        of + "_error_us_p99",
        errors.map(Calibration.Errors::p99).orElse(OptionalDouble.empty()));
  }
}
