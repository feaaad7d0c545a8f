package dev.tr116.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was looked for, what was found, and what to do about it. */
final class FindingsSection {
  private static final List<Rule> RULES =
      Stream.of(SessionRules.all(), ServerRules.all(), ContentionRules.all())
          .flatMap(List::stream)
          .toList();

  private FindingsSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    var findings =
        RULES.stream()
            .flatMap(rule -> rule.look(data).stream())
            .sorted(Comparator.comparing(Finding::level))
            .toList();
    var notFound =
        RULES.stream().filter(rule -> rule.look(data).isEmpty()).map(Rule::looksFor).toList();
    if (findings.isEmpty()) {
      html.p("No finding.");
    } else {
      html.open("ul", "class", "findings");
      findings.forEach(finding -> finding.write(html));
      html.close("ul");
    }
    if (!notFound.isEmpty()) {
      html.p("Looked for and not found: " + Words.list(notFound) + ".");
      html.note(
          "What a server does not tell cannot be found: its cache, its memory and its queue are"
              + " known where it names them.");
    }
    return Section.of("findings", "Findings and advice", html);
  }
}
