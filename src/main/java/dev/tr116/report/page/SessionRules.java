package dev.tr116.report.page;

import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.report.page.Finding.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What happened to the session itself. */
final class SessionRules {
  private SessionRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "runs that cannot be trusted",
            Level.BAD,
            "runs are invalid",
            "where a run was cold, its agents started apart, the JVM stood still, or the client's"
                + " own error is more than 5 % of what it measures",
            "do what the reasons say; such runs enter no figure.",
            SessionRules::invalid),
        new Rule(
            "missing and unreadable records",
            Level.BAD,
            "records are missing or cannot be read",
            "where a planned run has no whole record",
            "go on with the session: the same command with tr116.session set to its name measures"
                + " what is missing.",
            SessionRules::missing),
        new Rule(
            "failed calls",
            Level.BAD,
            "calls failed",
            "where a call ended without its terminator",
            "see the failures below; a failed call enters no latency and no rate.",
            SessionRules::failed),
        new Rule(
            "fallbacks",
            Level.BAD,
            "less was measured than was asked for",
            "where a server had too little memory for what was asked",
            "compare such a cell with nothing but itself, or give the server more memory.",
            SessionRules::fallbacks),
        new Rule(
            "preflight warnings",
            Level.WARN,
            "the preflight warned",
            "where a look before the measurement found something wrong",
            "do what each warning says and measure again.",
            data ->
                data.stored().notes().warnings().stream()
                    .filter(each -> !data.stored().notes().reloads().contains(each))
                    .toList()),
        new Rule(
            "options that were not sent",
            Level.INFO,
            "options were left out",
            "where the server's interface has no word for an option",
            "set them where the server is started.",
            data -> data.stored().notes().optionsNotSent()),
        new Rule(
            "records that were set aside",
            Level.INFO,
            "runs were measured again because their first records were broken or unlike",
            "where a session that went on set a record aside",
            "nothing; the reasons stand here.",
            data -> data.stored().notes().measuredAgain()));
  }

  private static List<String> invalid(PageData data) {
    return ServerRules.each(
        data,
        cell -> {
          var runs = cell.metrics().runs().stream().filter(run -> !run.doubts().isEmpty()).toList();
          return runs.isEmpty()
              ? ""
              : Words.count(runs.size(), "run")
                  + " of "
                  + cell.metrics().runs().size()
                  + ": "
                  + Words.shortList(runs.stream().map(SessionRules::doubts).distinct().toList(), 3);
        });
  }

  private static String doubts(DualRunMetrics run) {
    return "run " + run.id().number() + ", " + String.join("; ", run.doubts());
  }

  private static List<String> missing(PageData data) {
    var lines = new ArrayList<String>(data.stored().unreadable());
    var byCell = new LinkedHashMap<String, List<String>>();
    for (var run : data.stored().missing()) {
      byCell
          .computeIfAbsent(run.id().cell().displayName(), none -> new ArrayList<>())
          .add(String.valueOf(run.id().number()));
    }
    byCell.forEach(
        (cell, runs) ->
            lines.add(
                cell
                    + ": "
                    + Words.count(runs.size(), "run")
                    + " not recorded ("
                    + Words.shortList(runs, 10)
                    + ")"));
    return lines;
  }

  private static List<String> failed(PageData data) {
    return ServerRules.each(
        data,
        cell ->
            cell.metrics()
                .errors()
                .filter(part -> part.count() > 0)
                .map(part -> part.count() + " of " + Words.count(part.n(), "call"))
                .orElse(""));
  }

  private static List<String> fallbacks(PageData data) {
    return ServerRules.each(
        data,
        cell ->
            Words.shortList(
                cell.stored().runs().stream()
                    .flatMap(run -> run.kept().fallback().stream())
                    .map(
                        taken ->
                            "measured with "
                                + taken.used()
                                + " instead of "
                                + taken.attempted()
                                + " ("
                                + String.join("; ", taken.steps())
                                + "), because the server said: "
                                + String.join("; ", taken.because()))
                    .distinct()
                    .toList(),
                3));
  }
}
