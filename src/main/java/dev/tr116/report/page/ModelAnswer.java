package dev.tr116.report.page;

import dev.tr116.slo.ModelRanking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** On which model: where a test shows one ahead of all others. */
final class ModelAnswer {
  private ModelAnswer() {}

  /** One sentence; empty where there is one model. */
  static Optional<String> of(PageData data) {
    if (data.models().values().stream().allMatch(List::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        data.models().entrySet().stream()
            .filter(
                each ->
                    each.getKey() == Measure.TRUE_EFFICIENCY || each.getKey() == Measure.THROUGHPUT)
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> words(each.getKey(), each.getValue()))
            .collect(Collectors.joining(" ")));
  }

  private static String words(Measure measure, List<ModelRanking> rankings) {
    var won = new LinkedHashMap<String, Integer>();
    for (var ranking : rankings) {
      if (ranking.isShown()) {
        won.merge(ranking.leader().orElseThrow().id().model().displayName(), 1, Integer::sum);
      }
    }
    var by = "By " + measure.title() + " ";
    if (won.isEmpty()) {
      return by
          + "no model is shown to be ahead in any of "
          + Words.count(rankings.size(), "scenario")
          + ".";
    }
    var places = rankings.size();
    var open = places - won.values().stream().mapToInt(count -> count).sum();
    return by
        + Words.list(won.entrySet().stream().map(each -> ahead(each, places)).toList())
        + (open == 0 ? "" : "; no difference shown in " + open)
        + ".";
  }

  private static String ahead(Map.Entry<String, Integer> each, int places) {
    return each.getKey()
        + " is ahead in "
        + (places == 1
            ? "the one scenario"
            : each.getValue() == places
                ? "all " + places + " scenarios"
                : each.getValue() + " of " + places + " scenarios");
  }
}
