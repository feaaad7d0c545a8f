package dev.tr116.plan;

/**
 * One run that is to be measured.
 *
 * @param id its identity
 * @param scenario which agents take part
 * @param runsOfCell how many runs the cell has, whether selected or not
 */
public record PlannedRun(RunId id, Scenario scenario, RunCount runsOfCell) {
  /** The test's name, e.g. {@code gemma3 · chimera-homo · run 2/5}. */
  public String displayName() {
    return id.cell().displayName() + " · run " + id.number() + "/" + runsOfCell.most();
  }

  /** Whether it is measured only while an objective is undecided. */
  public boolean isOptional() {
    return id.number() > runsOfCell.least();
  }
}
