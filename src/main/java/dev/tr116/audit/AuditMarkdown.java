package dev.tr116.audit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings as a page of Markdown. */
public final class AuditMarkdown {
  private AuditMarkdown() {}

  /** The whole page: the counts, what differs, what cannot be told, what reproduces. */
  public static String of(List<Finding> findings, DataSet data) {
    return """
        # Audit

        Held against %s: %s.

        ## What differs

        %s
        ## What reproduces from incomplete calls only

        %s
        ## What the data cannot tell

        %s
        ## What reproduces

        %s"""
        .formatted(
            data.description(),
            counts(findings),
            differing(findings),
            incomplete(findings),
            untold(findings),
            reproduced(findings));
  }

  /** How many claims there are, and how many of each outcome. */
  public static String counts(List<Finding> findings) {
    return "%d claims, %d reproduce, %d differ, %d cannot be told"
        .formatted(
            findings.size(),
            count(findings, Outcome.REPRODUCES),
            count(findings, Outcome.DIFFERS),
            count(findings, Outcome.CANNOT_TELL));
  }

  static long count(List<Finding> findings, Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }

  /** A table of the claims that the data contradicts, each with the right figure and why. */
  public static String differing(List<Finding> findings) {
    return table(
        findings,
        finding -> finding.outcome() == Outcome.DIFFERS,
        "| where | claim | published | the data gives | why |\n|---|---|---|---|---|\n",
        finding -> row(finding, finding.givenText(), finding.reason()));
  }

  /** A table of the claims that reproduce only where an incomplete call counts as 0. */
  public static String incomplete(List<Finding> findings) {
    return table(
        findings,
        finding -> finding.outcome() == Outcome.REPRODUCES && finding.wholeOnly().isPresent(),
        "| where | claim | published | whole calls alone give |\n|---|---|---|---|\n",
        finding -> row(finding, finding.wholeOnlyText()));
  }

  static String untold(List<Finding> findings) {
    return table(
        findings,
        finding -> finding.outcome() == Outcome.CANNOT_TELL,
        "| where | claim | published | why not |\n|---|---|---|---|\n",
        finding -> row(finding, finding.reason()));
  }

  private static String reproduced(List<Finding> findings) {
    return table(
        findings,
        finding -> finding.outcome() == Outcome.REPRODUCES,
        "| where | claim | published | the data gives |\n|---|---|---|---|\n",
        finding -> row(finding, finding.givenText()));
  }

  private static String table(
      List<Finding> findings,
      Predicate<Finding> which,
      String head,
      java.util.function.Function<Finding, String> row) {
    var rows = findings.stream().filter(which).map(row).toList();
    return rows.isEmpty()
        ? "Nothing.\n"
        : head + rows.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(Finding finding, String... more) {
    return Stream.concat(
            Stream.of(finding.claim().place(), words(finding.claim()), published(finding)),
            Stream.of(more))
        .map(AuditMarkdown::cell)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** A figure of a table has no words of its own. */
  private static String words(Claim claim) {
    return claim.text().isEmpty() ? claim.id() : claim.text();
  }

  private static String published(Finding finding) {
    var text = finding.claim().published().text().replace("..", " to ");
    return switch (finding.claim().comparison()) {
      case AT_MOST -> "at most " + text;
      case AT_LEAST -> "at least " + text;
      case EQUALS, WITHIN -> text.isEmpty() ? "-" : text;
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
