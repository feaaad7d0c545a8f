package dev.tr116.report.study;

import dev.tr116.cost.CheckedFigure;
import dev.tr116.cost.CostInputs;
import dev.tr116.cost.CostMarkdown;
import dev.tr116.cost.CostModel;
import dev.tr116.cost.MeasuredCost;
import dev.tr116.deployment.Deployment;
import dev.tr116.deployment.DeploymentMarkdown;
import dev.tr116.plan.Property;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;

/** The section on costs and deployment, in Markdown. */
final class Costs {
  private static final int LEVEL = 3;

  private Costs() {}

  static String of(StoredSession stored) {
    var settings = stored.session().settings();
    var cells = stored.cells().stream().map(StoredCell::metrics).toList();
    return settings
            .pricePerHour()
            .map(
                dollars -> MeasuredCost.markdown(cells, dollars, stored.session().backend(), LEVEL))
            .orElse(
                "Costs of runs: not supported by this data, no price was given ("
                    + Property.PRICE_PER_HOUR.key()
                    + ").\n\n")
        + "Costs of stacks over years need inputs that no session holds: `tr116 cost --template`"
        + " writes a file of them, `tr116 cost --inputs FILE --session SESSION` uses it.\n\n"
        + DeploymentMarkdown.of(Deployment.of(stored.verdicts(), settings.slos()), LEVEL);
  }

  /** TR116's costs by its own inputs, and what of its figures does not follow from them. */
  static String ofReference() {
    return "TR116 measured no costs; these follow from the inputs that it states.\n\n"
        + CostMarkdown.of(CostModel.of(CostInputs.ofTr116()), LEVEL)
        + CostMarkdown.checked(CheckedFigure.ofTr116(), LEVEL);
  }
}
