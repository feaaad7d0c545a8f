package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.plan.Property;
import dev.tr116.slo.Conditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/** What must be alike for sessions to be joined, and what may differ but has to be told. */
final class MergeChecks {
  private static final String OBJECTIVES = Property.PREFIX + "slo.";

  private MergeChecks() {}

  /**
   * Does nothing when these are sessions of one plan, measured with the same settings on the same
   * kind of server; machines may differ from shard to shard.
   *
   * @throws MergeException naming each difference
   */
  static void requireOnePlan(List<MergeSource> sources) {
    var first = sources.getFirst();
    var problems = new ArrayList<String>();
    for (var other : sources.subList(1, sources.size())) {
      var pair = first.name() + " and " + other.name() + ": ";
      if (!first.plan().isOfTheSamePlanAs(other.plan())) {
        problems.add(pair + "they belong to two plans, " + first.plan() + " and " + other.plan());
      }
      asked(first)
          .differencesFrom(asked(other))
          .forEach(
              difference ->
                  problems.add(
                      pair
                          + difference
                              .replace(" here", " in the first")
                              .replace(" there", " in the second")));
    }
    if (!problems.isEmpty()) {
      throw new MergeException(problems);
    }
  }

  private static Conditions asked(MergeSource source) {
    var session = source.session();
    var asked = new LinkedHashMap<String, String>();
    asked.put("definitions", session.definitions());
    asked.put("backend", session.backend().kind());
    asked.put("weights", session.backend().weights());
    asked.putAll(LikeConditions.settings(session));
    asked.remove(Property.ENDPOINTS.key());
    session
        .properties()
        .forEach(
            (key, value) -> {
              if (key.startsWith(OBJECTIVES) || key.equals(Property.PRICE_PER_HOUR.key())) {
                asked.put(key, value.strip());
              }
            });
    return new Conditions(asked);
  }

  /** Why the runs of a cell cannot stand together; nothing when they can. */
  static List<String> ofCell(CellId cell, List<KeptBlock> runs) {
    var problems = new ArrayList<String>();
    for (var run : runs) {
      var first = runs.getFirst().kept();
      LikeConditions.of(first)
          .differencesFrom(LikeConditions.of(run.kept()))
          .forEach(
              difference ->
                  problems.add(
                      cell.displayName()
                          + " was measured under two conditions: "
                          + difference
                              .replace(" here", " in " + first.record())
                              .replace(" there", " in " + run.kept().record())));
    }
    return problems.stream().limit(3).toList();
  }

  /** Machines and servers that differ between the sessions, in words. */
  static List<String> notes(List<MergeSource> sources) {
    var notes = new ArrayList<String>();
    var first = LikeConditions.measuredOn(sources.getFirst().session());
    var fields = new TreeSet<String>();
    for (var other : sources) {
      LikeConditions.measuredOn(other.session())
          .forEach(
              (field, value) -> {
                if (!value.equals(first.get(field))) {
                  fields.add(field);
                }
              });
    }
    for (var field : fields) {
      notes.add(
          field
              + ": "
              + String.join(
                  ", ",
                  sources.stream()
                      .map(
                          source ->
                              source.name()
                                  + " "
                                  + LikeConditions.measuredOn(source.session()).get(field))
                      .toList()));
    }
    return notes;
  }
}
