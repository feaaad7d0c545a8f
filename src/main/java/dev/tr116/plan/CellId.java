package dev.tr116.plan;

import java.nio.file.Path;

/**
 * The identity of a cell: everything that stays the same over its runs.
 *
 * @param suite the word of a {@link Suite}
 * @param runtime how the agents are scheduled, e.g. {@code structured}
 * @param model the model all agents ask for
 * @param scenario the scenario's name
 * @param options the label of the options under study, e.g. {@code gpu80_ctx512_temp10}
 */
public record CellId(String suite, String runtime, Model model, String scenario, String options) {
  /**
   * What people read, e.g. {@code gemma3 · chimera-homo}; other runtimes than the default are
   * named.
   */
  public String displayName() {
    var name = model.displayName() + " · " + shortName();
    return runtime.equals("structured") ? name : name + " · " + runtime;
  }

  /**
   * A key that is stable whatever else runs beside this cell; the root of every report identity.
   */
  public String key() {
    return String.join("/", suite, runtime, model.tag(), scenario, options);
  }

  /** What cells that differ in their runtime alone have in common. */
  public String underAnyRuntime() {
    return String.join("/", suite, model.tag(), scenario, options);
  }

  /** What {@code tr116.only} takes to choose this cell, e.g. {@code gemma3/chimera-homo}. */
  public String selector() {
    return model.displayName() + "/" + shortName();
  }

  /**
   * What tells it from the other cells of its model: the scenario, or in the suite single the
   * options.
   */
  public String shortName() {
    return isSideBySide() ? scenario : options;
  }

  /** Whether its agents run at the same time; else they run one after the other. */
  public boolean isSideBySide() {
    return !suite.equals(Suite.SINGLE.word());
  }

  /** Where the cell's runs are kept below the session's folder. */
  public Path directory() {
    var folder = isSideBySide() ? safe(scenario) + "_" + safe(options) : safe(options);
    return Path.of(safe(suite), safe(runtime), model.slug(), folder);
  }

  private static String safe(String name) {
    return Slug.of(name, name);
  }

  @Override
  public String toString() {
    return displayName();
  }
}
