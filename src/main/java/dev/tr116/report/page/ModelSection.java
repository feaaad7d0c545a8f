package dev.tr116.report.page;

import dev.tr116.metrics.CellMetrics;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.slo.ModelRanking;
import dev.tr116.statistics.TwoSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How models compare: throughput as a share of a base model's, and who is ahead where. */
final class ModelSection {
  private static final Model USUAL_BASE = Model.named("gemma3");
  private static final long SEED = 116;

  private ModelSection() {}

  static Optional<Section> of(PageData data) {
    var rankings = data.models().get(Measure.THROUGHPUT);
    if (rankings == null || rankings.isEmpty()) {
      return Optional.empty();
    }
    var html = new Html();
    html.element("h3", "Who is ahead");
    html.p(
        "A model is named where the Mann-Whitney test against every other model shows it (p below"
            + " 0.05 after Holm's correction over all pairs of models in all scenarios) and the"
            + " interval of its lead over the next best lies on one side of 1; else no difference"
            + " is shown.");
    winners(data).write(html);
    html.element("h3", "Throughput, normalised");
    normalised(html, data, rankings);
    return Section.of("models", "Between models", html);
  }

  private static Table winners(PageData data) {
    var measures = List.copyOf(data.models().keySet());
    var columns = new ArrayList<String>(List.of("scenario"));
    measures.forEach(measure -> columns.add(measure.title()));
    var table = Table.of("Winner by scenario", columns.toArray(String[]::new));
    var scenarios = data.models().get(measures.getFirst());
    for (var i = 0; i < scenarios.size(); i++) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(scenario(scenarios.get(i))));
      for (var measure : measures) {
        row.add(winner(measure, data.models().get(measure).get(i)));
      }
      table.row(row);
    }
    return table;
  }

  private static Cell winner(Measure measure, ModelRanking ranking) {
    if (ranking.leader().isEmpty()) {
      return Cell.absent(Optional.of("not measured"));
    }
    var best = ranking.leader().get();
    var mean = measure.unit().of(best.over(measure.ofRun()).orElseThrow().mean());
    if (!ranking.isShown()) {
      return Cell.of(
          "no difference shown",
          "best mean " + best.id().model().displayName() + ", " + mean + p(ranking));
    }
    var lead = ranking.lead().orElseThrow();
    return new Cell(
        best.id().model().displayName(),
        mean
            + ", "
            + Unit.FACTOR.of(lead.ratio())
            + " "
            + Unit.FACTOR.of(lead.interval())
            + " of the next best"
            + p(ranking),
        "tag",
        Optional.empty());
  }

  private static String p(ModelRanking ranking) {
    return ranking.p().isPresent()
        ? ", p " + RuntimeSection.p(ranking.p())
        : ", too few runs for a test";
  }

  private static String scenario(ModelRanking ranking) {
    var id = ranking.cells().getFirst().id();
    return scenario(id);
  }

  private static String scenario(CellId id) {
    return id.scenario() + (id.runtime().equals("structured") ? "" : " · " + id.runtime());
  }

  private static void normalised(Html html, PageData data, List<ModelRanking> rankings) {
    var measure = measure(rankings);
    var models = rankings.stream().flatMap(each -> models(each).stream()).distinct().toList();
    var base = models.contains(USUAL_BASE) ? USUAL_BASE : models.getFirst();
    html.p(
        Words.sentence(measure.title())
            + ", mean of the agents of a run, as % of "
            + base.displayName()
            + "'s in the same scenario (the base: gemma3 where it was measured, else the first"
            + " model); intervals of the ratio of the means by bootstrap."
            + (measure == Measure.THROUGHPUT
                ? ""
                : " The servers told no durations, so it is not TR116's throughput."));
    var columns = new ArrayList<String>(List.of("scenario"));
    models.forEach(model -> columns.add("#" + model.displayName() + ", %"));
    var table =
        Table.of("Throughput as % of " + base.displayName() + "'s", columns.toArray(String[]::new));
    for (var ranking : rankings) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(scenario(ranking)));
      models.forEach(model -> row.add(share(measure, ranking, base, model)));
      table.row(row);
    }
    table.write(html);
    if (data.cells().stream().anyMatch(cell -> !cell.isSideBySide())) {
      html.note("The suite single has a table of its own below.");
    }
  }

  /** TR116's throughput where any server tells its durations, else the client's decode rate. */
  private static Measure measure(List<ModelRanking> rankings) {
    return rankings.stream().anyMatch(each -> each.leader().isPresent())
        ? Measure.THROUGHPUT
        : Measure.DECODE_RATE;
  }

  private static List<Model> models(ModelRanking ranking) {
    return ranking.cells().stream().map(cell -> cell.id().model()).toList();
  }

  private static Cell share(Measure measure, ModelRanking ranking, Model base, Model model) {
    var of = cell(ranking, base);
    var its = cell(ranking, model);
    if (of.isEmpty() || its.isEmpty()) {
      return Cell.absent(Optional.of("not measured in this scenario"));
    }
    var one = its.get().over(measure.ofRun());
    var other = of.get().over(measure.ofRun());
    if (one.isEmpty() || other.isEmpty() || other.get().mean() <= 0) {
      return Cell.absent(Optional.of("no throughput"));
    }
    var rate = Unit.RATE.of(one.get().mean());
    if (model.equals(base)) {
      return Cell.of("100.0", rate);
    }
    var interval =
        TwoSamples.compare(values(of.get(), measure), values(its.get(), measure), SEED)
            .map(
                two ->
                    " ["
                        + Unit.PERCENT.number(100 * two.interval().low())
                        + ", "
                        + Unit.PERCENT.number(100 * two.interval().high())
                        + "]")
            .orElse(" no interval");
    return Cell.of(
        Unit.PERCENT.number(100 * one.get().mean() / other.get().mean()), rate + interval);
  }

  private static Optional<CellMetrics> cell(ModelRanking ranking, Model model) {
    return ranking.cells().stream().filter(cell -> cell.id().model().equals(model)).findFirst();
  }

  private static double[] values(CellMetrics cell, Measure measure) {
    return cell.measured().stream()
        .map(measure.ofRun())
        .flatMapToDouble(value -> value.stream())
        .filter(Double::isFinite)
        .toArray();
  }
}
