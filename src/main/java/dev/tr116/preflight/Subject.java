package dev.tr116.preflight;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import java.net.URI;
import java.util.List;

/**
 * What is about to be measured.
 *
 * @param settings of the session
 * @param matrix its runs
 * @param backend what answers
 * @param endpoints where; the agents are dealt to them in turn
 * @param standIns the names of all stand-in models there are
 */
public record Subject(
    Settings settings,
    Matrix matrix,
    BackendDescription backend,
    List<URI> endpoints,
    List<String> standIns) {
  public Subject {
    endpoints = List.copyOf(endpoints);
    standIns = List.copyOf(standIns);
  }
}
