package dev.tr116.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds claims against data. */
public final class Audit {
  private final DataSet data;

  private Audit(DataSet data) {
    this.data = data;
  }

  /** A finding for every claim, in their order. */
  public static List<Finding> of(List<Claim> claims, DataSet data) {
    var audit = new Audit(data);
    return claims.stream().map(audit::judge).toList();
  }

  private Finding judge(Claim claim) {
    if (claim.metric().isEmpty()) {
      return cannotTell(claim, claim.note());
    }
    var rows = data.rows(claim.table(), claim.filter());
    if (rows.isEmpty()) {
      return cannotTell(claim, "the data has no row for it");
    }
    var given = given(claim, claim.metric());
    if (given.isEmpty()) {
      return cannotTell(
          claim,
          rows.stream().allMatch(row -> row.figure(claim.metric()).isEmpty())
              ? "the data has no " + claim.metric()
              : "%d row(s) of the data do not support a %s"
                  .formatted(
                      rows.size(), claim.statistic().name().toLowerCase(java.util.Locale.ROOT)));
    }
    var holds =
        given.stream().allMatch(figure -> claim.comparison().holds(figure, claim.published()));
    return new Finding(
        claim,
        holds ? Outcome.REPRODUCES : Outcome.DIFFERS,
        given,
        wholeOnly(claim, given),
        holds ? "" : claim.note());
  }

  private static Finding cannotTell(Claim claim, String reason) {
    return new Finding(claim, Outcome.CANNOT_TELL, List.of(), Optional.empty(), reason);
  }

  private Optional<Figure> wholeOnly(Claim claim, List<Figure> given) {
    if (claim.statistic() == Statistic.COUNT) {
      return Optional.empty();
    }
    var whole = given(claim, claim.metric() + DataSet.WHOLE_ONLY);
    return whole.size() == 1
            && given.size() == 1
            && Math.abs(whole.getFirst().value() - given.getFirst().value())
                > claim.published().halfUnit()
        ? Optional.of(whole.getFirst())
        : Optional.empty();
  }

  /** The figures to judge; none when a group, or what it is held against, has no figure. */
  private List<Figure> given(Claim claim, String metric) {
    var figures = figures(claim, claim.filter(), metric);
    var others =
        claim.combination() == Combination.ALONE
            ? figures
            : figures(claim, claim.against(), metric);
    if (figures.isEmpty() || !others.keySet().containsAll(figures.keySet())) {
      return List.of();
    }
    var combined = new ArrayList<Figure>();
    for (var group : figures.keySet()) {
      var figure = figures.get(group);
      var other = others.get(group);
      if (figure.isEmpty() || other.isEmpty()) {
        return List.of();
      }
      combined.add(claim.combination().of(figure.get(), other.get()));
    }
    return claim.fold().of(combined);
  }

  private Map<List<String>, Optional<Figure>> figures(Claim claim, Filter filter, String metric) {
    var figures = new LinkedHashMap<List<String>, Optional<Figure>>();
    groups(claim, filter)
        .forEach((group, rows) -> figures.put(group, claim.statistic().of(rows, metric)));
    return figures;
  }

  private Map<List<String>, List<DataRow>> groups(Claim claim, Filter filter) {
    return data.rows(claim.table(), filter).stream()
        .collect(
            Collectors.groupingBy(
                row -> claim.each().stream().map(key -> row.keys().getOrDefault(key, "")).toList(),
                LinkedHashMap::new,
                Collectors.toList()));
  }
}
