package dev.tr116.cost;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model under a runtime, and what having it costs. US dollars.
 *
 * @param id in the inputs, e.g. {@code gemma-rust}
 * @param name for people, e.g. {@code Gemma + Rust}
 * @param model of its agents
 * @param runtime that schedules them
 * @param scenario whose runs stand for it where it is held against a session; empty for the first
 * @param instances it needs; empty where they follow from measured times
 * @param development until it runs in production, once
 * @param monitoring a year
 * @param maintenance a year
 * @param licence a year
 */
public record Stack(
    String id,
    String name,
    Model model,
    String runtime,
    Optional<String> scenario,
    OptionalInt instances,
    Development development,
    double monitoring,
    double maintenance,
    double licence) {

  /** Whether the runs of that cell stand for it. */
  boolean isMeasuredBy(CellId cell) {
    return cell.isSideBySide()
        && cell.model().equals(model)
        && cell.runtime().equals(runtime)
        && scenario.map(cell.scenario()::equals).orElse(true);
  }

  Stack with(double developmentFactor, double moreLicence) {
    return new Stack(
        id,
        name,
        model,
        runtime,
        scenario,
        instances,
        development.times(developmentFactor),
        monitoring,
        maintenance,
        licence + moreLicence);
  }
}
