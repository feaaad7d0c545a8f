package dev.tr116.cli;

import dev.tr116.cost.CheckedFigure;
import dev.tr116.cost.CostInputs;
import dev.tr116.cost.CostMarkdown;
import dev.tr116.cost.CostModel;
import dev.tr116.cost.MeasuredCost;
import dev.tr116.deployment.Deployment;
import dev.tr116.deployment.DeploymentMarkdown;
import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.Property;
import dev.tr116.results.StoredCell;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Costs of stacks, and where measured cells may be deployed. */
@Command(
    name = "cost",
    description = {
      "Costs of stacks by the formulas of docs/cost.md, and what a session says about costs and"
          + " deployment.",
      "Without options: the costs of TR116, and its figures that do not follow from its inputs."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:written",
      "2:the inputs or the session cannot be used; every reason is named"
    },
    footer = {
      "Examples:",
      "  tr116 cost --template --out mine.properties",
      "  tr116 cost --inputs mine.properties --session results/night --price-per-hour 1.20"
    })
final class CostCommand implements Callable<Integer> {
  private static final int LEVEL = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--inputs",
      paramLabel = "FILE",
      description = "your inputs; --template writes a file to start from")
  private Optional<Path> inputs = Optional.empty();

  @Option(
      names = "--session",
      paramLabel = "SESSION",
      description = "folder of a session, e.g. results/night")
  private Optional<Path> session = Optional.empty();

  @Option(
      names = "--price-per-hour",
      paramLabel = "DOLLARS",
      description = "of the machines under test together; without it: that of the session")
  private Optional<BigDecimal> price = Optional.empty();

  @Option(names = "--template", description = "writes a file of inputs to fill in, nothing else")
  private boolean template;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the text goes; without it: standard output")
  private Optional<Path> out = Optional.empty();

  CostCommand() {}

  @Override
  public Integer call() throws IOException {
    if (price.filter(dollars -> dollars.signum() <= 0).isPresent()) {
      throw new IllegalArgumentException("--price-per-hour must be above 0, e.g. 1.20");
    }
    new TextOutput(spec, out).write(template ? CostInputs.template() : "# Costs\n\n" + text());
    return 0;
  }

  private String text() throws IOException {
    var stored = session.map(StoredSession::read);
    var cells = stored.map(CostCommand::cells).orElse(List.of());
    var text = new StringBuilder();
    if (inputs.isPresent()) {
      var given = CostInputs.read(inputs.get());
      text.append(
          CostMarkdown.of(
              stored
                  .map(kept -> CostModel.of(given, cells, kept.session().backend()))
                  .orElseGet(() -> CostModel.of(given)),
              LEVEL));
    } else if (stored.isEmpty()) {
      text.append(CostMarkdown.of(CostModel.of(CostInputs.ofTr116()), LEVEL));
      text.append(CostMarkdown.checked(CheckedFigure.ofTr116(), LEVEL));
    }
    stored.ifPresent(
        kept ->
            text.append(measured(kept, cells))
                .append(
                    DeploymentMarkdown.of(
                        Deployment.of(kept.verdicts(), kept.session().settings().slos()), LEVEL)));
    return text.toString();
  }

  private static List<CellMetrics> cells(StoredSession stored) {
    return stored.cells().stream().map(StoredCell::metrics).toList();
  }

  private String measured(StoredSession stored, List<CellMetrics> cells) {
    return price
        .or(() -> stored.session().settings().pricePerHour())
        .map(dollars -> MeasuredCost.markdown(cells, dollars, stored.session().backend(), LEVEL))
        .orElse(
            "Costs of runs are absent: no price was given (--price-per-hour, or "
                + Property.PRICE_PER_HOUR.key()
                + " of the session).\n\n");
  }
}
