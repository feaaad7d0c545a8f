package dev.tr116.report.page;

import dev.tr116.plan.BackendDescription;
import dev.tr116.slo.CellVerdict;
import dev.tr116.slo.Outcome;
import dev.tr116.trace.RunStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader learns in the first minute. */
final class Banner {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final PageData data;

  Banner(PageData data) {
    this.data = data;
  }

  /** The line below the page's title. */
  static String subtitle(PageData data) {
    return "Measured on "
        + data.backend().phrase()
        + ", started "
        + TIME.format(data.stored().session().startedAt())
        + ", "
        + data.stored().notes().ended(data.stored().status())
        + ".";
  }

  void write(Html html) {
    html.open(
        "section",
        "id",
        "result",
        "class",
        "banner " + mark(),
        "aria-labelledby",
        "result-title",
        "tabindex",
        "-1");
    html.element("h2", "Result: " + outcomes(), "id", "result-title");
    warning(data.backend()).ifPresent(text -> html.element("p", text, "class", "loud"));
    html.element("p", lead(), "class", "lead");
    html.open("dl", "class", "answers");
    answer(html, "Which model", ModelAnswer.of(data));
    answer(html, "Which runtime", RuntimeAnswer.of(data));
    answer(html, "How many agents", ScalingAnswer.of(data));
    answer(html, "Options of one agent", SingleAnswer.of(data));
    answer(html, "What is lost where", LossAnswer.of(data));
    answer(html, "What changed", Optional.of(ChangeAnswer.of(data)));
    html.close("dl");
    counts(html);
    html.close("section");
  }

  /** What figures of such a backend say, and what they do not. */
  static Optional<String> warning(BackendDescription backend) {
    return switch (backend.weights()) {
      case BackendDescription.STAND_IN ->
          Optional.of(
              "Stand-in weights ("
                  + backend.phrase()
                  + "): these are real times of this machine with generated weights. They say"
                  + " nothing about the models named.");
      case BackendDescription.NO_WEIGHTS ->
          Optional.of(
              "No inference ("
                  + backend.phrase()
                  + "): a known schedule was played. The figures check the instrument and say"
                  + " nothing about any model or machine.");
      default -> Optional.empty();
    };
  }

  private String lead() {
    return WorthAnswer.of(data)
        .or(() -> SingleAnswer.of(data))
        .orElse("No run was recorded: there is nothing to say about these agents.");
  }

  private static void answer(Html html, String question, Optional<String> answer) {
    answer.ifPresent(text -> html.element("dt", question).element("dd", text));
  }

  private Map<Outcome, Long> byOutcome() {
    return data.stored().verdicts().stream()
        .collect(
            Collectors.groupingBy(
                CellVerdict::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
  }

  private String outcomes() {
    var counted = byOutcome();
    if (counted.isEmpty()) {
      return "nothing measured";
    }
    var words =
        counted.entrySet().stream()
            .map(each -> Words.count(each.getValue(), "cell") + " " + each.getKey())
            .toList();
    var enforced = data.stored().verdicts().stream().anyMatch(CellVerdict::enforced);
    return Words.list(words)
        + (enforced || !counted.containsKey(Outcome.FAIL) ? "" : " (not enforced)");
  }

  private String mark() {
    var counted = byOutcome();
    var enforced = data.stored().verdicts().stream().anyMatch(CellVerdict::enforced);
    if (counted.isEmpty()
        || counted.containsKey(Outcome.INVALID)
        || (counted.containsKey(Outcome.FAIL) && enforced)) {
      return "bad";
    }
    return counted.keySet().equals(Set.of(Outcome.PASS)) ? "good" : "warn";
  }

  private void counts(Html html) {
    html.open("ul", "class", "counts");
    count(html, status(RunStatus.OK), "ok");
    count(html, status(RunStatus.FAILED), "failed");
    count(html, status(RunStatus.INVALID), "invalid");
    var interrupted = status(RunStatus.INTERRUPTED);
    if (interrupted > 0) {
      count(html, interrupted, "interrupted");
    }
    count(html, data.stored().missing().size(), "missing");
    if (!data.stored().unreadable().isEmpty()) {
      count(html, data.stored().unreadable().size(), "unreadable");
    }
    html.close("ul");
  }

  private long status(RunStatus status) {
    return data.runs().filter(run -> run.stored().status() == status).count();
  }

  private static void count(Html html, long number, String word) {
    html.open("li").element("strong", String.valueOf(number));
    html.text(" " + (number == 1 ? "run " : "runs ") + word).close("li");
  }
}
