package dev.tr116.calibration;

import dev.tr116.agent.AgentRuntimes;
import dev.tr116.plan.Settings;
import dev.tr116.trace.Calibration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A calibrator for each runtime of a session, since each has an error of its own: one that comes to
 * its stamps later would else look slower.
 */
public final class Calibrators implements AutoCloseable {
  private final Map<String, Calibrator> byRuntime = new LinkedHashMap<>();
  private final Map<String, Calibration> measured = new LinkedHashMap<>();

  private Calibrators() {}

  /**
   * Brings every runtime of a session up to speed and measures its error, if that is asked for.
   *
   * @param agents how many there will be side by side
   */
  public static Calibrators of(AgentRuntimes runtimes, Settings settings, int agents) {
    var calibrators = new Calibrators();
    try {
      settings.runtimes().stream()
          .distinct()
          .forEach(name -> calibrators.add(runtimes, name, agents, settings.calibration()));
      return calibrators;
    } catch (RuntimeException broken) {
      calibrators.close();
      throw broken;
    }
  }

  private void add(AgentRuntimes runtimes, String name, int agents, OptionalInt calls) {
    var calibrator = new Calibrator(runtimes, name, agents);
    byRuntime.put(name, calibrator);
    calibrator.warmUp();
    if (calls.isPresent()) {
      calibrator
          .calibrate(calls.getAsInt())
          .ifPresent(calibration -> measured.put(name, calibration));
    }
  }

  /** The error of that runtime; nothing when it was not measured. */
  public Optional<Calibration> of(String runtime) {
    return Optional.ofNullable(measured.get(runtime));
  }

  /** Every error that was measured, by runtime. */
  public Map<String, Calibration> all() {
    return Collections.unmodifiableMap(measured);
  }

  /** Before each block of that runtime; takes some hundredths of a second. */
  public void wake(String runtime) {
    Optional.ofNullable(byRuntime.get(runtime)).ifPresent(Calibrator::wake);
  }

  @Override
  public void close() {
    List.copyOf(byRuntime.values()).forEach(Calibrator::close);
  }
}
