package dev.tr116.deployment;

import static dev.tr116.cost.MarkdownText.head;
import static dev.tr116.cost.MarkdownText.heading;
import static dev.tr116.cost.MarkdownText.row;
import static dev.tr116.plan.Markdown.plain;

import java.util.List;
import java.util.stream.Collectors;

/** Tiers, anti-patterns, rollout and rollback as Markdown. */
public final class DeploymentMarkdown {
  private DeploymentMarkdown() {}

  /**
   * All four sections.
   *
   * @param level of the headings, e.g. 2
   */
  public static String of(Deployment deployment, int level) {
    return tiers(deployment, level)
        + antiPatterns(deployment, level)
        + rollout(deployment, level)
        + rollback(deployment, level);
  }

  private static String tiers(Deployment deployment, int level) {
    var text = new StringBuilder(heading(level, "Deployment tiers"));
    text.append(TrueRule.WORDS.indent(0)).append('\n');
    text.append(EfficiencyRule.words(Limits.efficiency(deployment.limits()))).append('\n');
    if (deployment.placements().isEmpty()) {
      return text.append("No cell with agents side by side: not supported by this data.\n\n")
          .toString();
    }
    text.append(
        head(
            List.of(
                "cell",
                "measured on",
                "by true speedup",
                "why",
                "by efficiency\\_percent alone",
                "pilot")));
    for (var each : deployment.placements()) {
      text.append(
          row(
              List.of(
                  plain(each.name()),
                  plain(each.verdict().backend().phrase()),
                  each.byTrueSpeedup().tier().title(),
                  plain(each.byTrueSpeedup().why()),
                  byEfficiency(each),
                  each.pilot().word())));
    }
    text.append("\nCells of one tier whose intervals overlap are not told apart.");
    deployment
        .first()
        .ifPresent(
            first ->
                text.append(" First by these rules: ")
                    .append(plain(first.name()))
                    .append(" (")
                    .append(first.byTrueSpeedup().tier().title())
                    .append(")."));
    return text.append("\n\n").toString();
  }

  private static String byEfficiency(Placement placement) {
    var assigned = placement.byEfficiency();
    return assigned.equals(placement.byTrueSpeedup())
        ? assigned.tier().title()
        : assigned.tier().title() + ": " + plain(assigned.why());
  }

  private static String antiPatterns(Deployment deployment, int level) {
    var text = new StringBuilder(heading(level, "Anti-patterns"));
    text.append(AntiPattern.WORDS).append('\n');
    if (deployment.antiPatterns().isEmpty()) {
      var judged =
          deployment.placements().stream()
              .filter(each -> Support.missing(each.verdict()).isEmpty())
              .count();
      return text.append(
              judged == 0 ? "Not supported by this data.\n\n" : "None was seen in " + judged)
          .append(judged == 0 ? "" : judged == 1 ? " cell.\n\n" : " cells.\n\n")
          .toString();
    }
    text.append(head(List.of("pattern", "cell", "evidence")));
    deployment
        .antiPatterns()
        .forEach(
            each ->
                text.append(
                    row(List.of(plain(each.name()), plain(each.cell()), plain(each.evidence())))));
    return text.append('\n').toString();
  }

  private static String rollout(Deployment deployment, int level) {
    var target = EfficiencyRule.plain(Limits.efficiency(deployment.limits()).target());
    return heading(level, "Rollout")
        + """
        1. Measure what runs now: efficiency, TTFT, errors, cost. Alert rules and dashboard are written by `tr116 monitoring`.
        2. Pilot with 10 %% of the traffic. Go on when efficiency\\_percent lies above %s %% and true speedup above 1, each with its whole 95 %% interval.
        3. 25, 50, 75, then 100 %% of the traffic, each step under the same condition and without an alert; then take the former system down.

        Go, by this data: %s. No-go: %s. Undecided: %s. Not supported by this data: %d of %d cells.

        """
            .formatted(
                target,
                names(deployment, Pilot.GO),
                names(deployment, Pilot.NO_GO),
                names(deployment, Pilot.UNDECIDED),
                deployment.placements().stream()
                    .filter(each -> each.pilot() == Pilot.UNSUPPORTED)
                    .count(),
                deployment.placements().size());
  }

  private static String names(Deployment deployment, Pilot decision) {
    var names =
        deployment.placements().stream()
            .filter(each -> each.pilot() == decision)
            .map(each -> plain(each.name()))
            .toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static String rollback(Deployment deployment, int level) {
    return heading(level, "Rollback triggers")
        + deployment.triggers().stream()
            .map(trigger -> "- " + plain(trigger.words()) + "\n")
            .collect(Collectors.joining())
        + "\n";
  }
}
