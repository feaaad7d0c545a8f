package dev.tr116.report.page;

import dev.tr116.metrics.Scaling;
import dev.tr116.results.ScalingWords;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many agents: the best number by true speedup. */
final class ScalingAnswer {
  private ScalingAnswer() {}

  /** One sentence a model; empty without the suite {@code scaling}. */
  static Optional<String> of(PageData data) {
    var scalings = Scaling.of(data.cells().stream().map(CellView::metrics).toList());
    return scalings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scalings.stream()
                .map(each -> ScalingSection.title(each) + ": " + ScalingWords.best(each))
                .collect(Collectors.joining(". ", "", ".")));
  }
}
