package dev.tr116.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.Traces;
import dev.tr116.metrics.CellLoss;
import dev.tr116.plan.BackendDescription;
import dev.tr116.results.KeptFailure;
import dev.tr116.results.MadeSession;
import dev.tr116.results.StoredSession;
import dev.tr116.trace.DualRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPageTest {
  private static final Set<String> VOID = Set.of("meta", "input", "br");

  /** The properties of a session that fills every section. */
  static final String[] WHOLE = {
    "tr116.models", "gemma3,qwen2.5",
    "tr116.runtimes", "structured,platform",
    "tr116.suites", "multi,single,scaling",
    "tr116.single.gpu-layers", "80",
    "tr116.single.contexts", "512",
    "tr116.scenarios", "chimera-homo",
    "tr116.runs", "3"
  };

  private static String whole = "";

  @TempDir private Path results;

  @BeforeAll
  static void renderAWholeSession(@TempDir Path folder) {
    whole = Page.of(folder, WHOLE).html();
  }

  @Test
  void hasItsSectionsInTheOrderAReaderNeedsThem() {
    var html = whole;

    assertThat(all("<section id=\"([^\"]+)\"", html))
        .containsExactly(
            "result",
            "efficiency",
            "loss",
            "timelines",
            "latency",
            "runtimes",
            "models",
            "scaling",
            "single",
            "energy",
            "regression",
            "findings",
            "outliers",
            "failures",
            "definitions",
            "environment",
            "runs");
  }

  @Test
  void isWellFormedForReadersAndScreenReaders() throws Exception {
    var html = whole;

    assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\">");
    assertThat(unbalanced(html)).isEmpty();
    assertThat(all("<(h1)", html)).hasSize(1);
    var level = 1;
    for (var heading : all("<h([1-6])", html)) {
      assertThat(Integer.parseInt(heading)).isLessThanOrEqualTo(level + 1);
      level = Integer.parseInt(heading);
    }
    var ids = all(" id=\"([^\"]+)\"", html);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(all(" href=\"#([^\"]+)\"", html));
    assertThat(ids).containsAll(all(" aria-labelledby=\"([^\"]+)\"", html));
    assertThat(all("<(th)\\b(?![^>]*scope=)", html)).isEmpty();
    assertThat(all("<table[^>]*>\\s*<(?!caption)(\\w+)", html)).isEmpty();
    assertThat(html).contains("<main>", "</main>", "<nav aria-label=", "class=\"skip\"");
  }

  @Test
  void loadsNothingAndAllowsNoOtherScript() throws Exception {
    var html = whole;

    assertThat(all(" (src|srcset|action|data)=", html)).isEmpty();
    assertThat(all(" href=\"(?!#)([a-z]+:[^\"]*)\"", html)).isEmpty();
    assertThat(all("(url\\(|@import|<link|<iframe|<object| on[a-z]+=\")", html)).isEmpty();
    assertThat(all(" (style)=", html)).isEmpty();
    var policy = all("Content-Security-Policy\" content=\"([^\"]+)\"", html).getFirst();
    assertThat(policy)
        .startsWith("default-src &#39;none&#39;;")
        .doesNotContain("unsafe")
        .contains(hash(html, "style"), hash(html, "script"));
    assertThat(all("<(script)", html)).hasSize(1);
  }

  @Test
  void isTheSameToTheLastByte() {
    var folder =
        MadeSession.write(results, "same", "tr116.models", "gemma3,qwen2.5", "tr116.runs", "3");

    var one = SessionPage.of(StoredSession.read(folder), Optional.empty());
    var other = SessionPage.of(StoredSession.read(folder), Optional.empty());

    assertThat(one).isEqualTo(other);
  }

  @Test
  void showsTheFiguresOfTheSession() {
    var page = Page.of(results, "tr116.scenarios", "chimera-homo");
    var cell = page.stored().cells().getFirst().metrics();

    for (var measure :
        List.of(
            Measure.EFFICIENCY,
            Measure.TRUE_EFFICIENCY,
            Measure.SPEEDUP,
            Measure.TRUE_SPEEDUP,
            Measure.WALL,
            Measure.FAIRNESS)) {
      var mean = cell.over(measure.ofRun()).orElseThrow().mean();
      var interval = cell.interval(measure.ofRun()).orElseThrow();
      assertThat(page.section("efficiency"))
          .as(measure.title())
          .contains(
              ">"
                  + measure.unit().number(mean)
                  + "<small>"
                  + measure.unit().of(interval)
                  + "</small>");
    }
    var loss = CellLoss.of(cell).orElseThrow();
    assertThat(page.section("loss"))
        .contains(Unit.MILLIS.number(loss.millis().contention()))
        .contains(Unit.PERCENT.of(loss.percent().contention()))
        .contains(Unit.MILLIS.number(loss.millis().byPhase().orElseThrow().decode()))
        .contains(Unit.MILLIS.number(loss.millis().imbalance()));
    for (var run : cell.runs()) {
      assertThat(page.section("runs"))
          .contains(Unit.MILLIS.number(run.concurrentWall()))
          .contains(Unit.FACTOR.number(run.trueSpeedup()));
    }
  }

  @Test
  void hasEveryFigureOfEveryRunAsCsv() throws Exception {
    var page = Page.of(results, "tr116.scenarios", "chimera-homo", "tr116.runs", "3");

    var csv = all("(?s)<textarea[^>]*>(.*?)</textarea>", page.html()).getFirst();

    assertThat(csv.lines())
        .containsExactlyElementsOf(
            Files.readString(page.stored().session().directory().resolve("analysis.csv"))
                .lines()
                .toList());
  }

  @Test
  void linksRecordsBesideIt() {
    var page = Page.of(results, "tr116.scenarios", "chimera-homo");
    var directory = page.stored().session().directory();

    assertThat(all(" href=\"(multi/[^\"]+)\"", page.html()))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(directory.resolve(link)).exists());
  }

  @Test
  void saysLoudlyThatWeightsAreStandIns() {
    var page = Page.on(results, Traces.STAND_IN, 99, "tr116.scenarios", "chimera-homo");

    assertThat(page.section("result"))
        .contains("class=\"loud\"")
        .contains("They say nothing about the models named");
    assertThat(page.html()).contains("<title>tr116 · made · " + Traces.STAND_IN.phrase());
  }

  @Test
  void saysLoudlyThatNothingWasInferred() {
    var scripted =
        new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);

    assertThat(Page.on(results, scripted, 99).section("result"))
        .contains("class=\"loud\"")
        .contains("a known schedule was played");
  }

  @Test
  void saysNothingOfTheKindOfARealServer() {
    assertThat(Page.of(results).section("result"))
        .contains("Result:")
        .doesNotContain("class=\"loud\"");
  }

  @Test
  void countsWhatIsMissing() {
    var page = Page.on(results, Traces.OLLAMA, 3, "tr116.scenarios", "chimera-homo");

    assertThat(page.section("result")).contains("<strong>2</strong>\n runs missing");
    assertThat(page.section("findings")).contains("2 runs not recorded (4 and 5)");
    assertThat(page.html()).contains(", partial.");
  }

  @Test
  void givesADashAndTheReasonForWhatWasNotMeasured() {
    var page =
        Page.of(results, "tr116.scenarios", "chimera-homo", "tr116.solo", "off")
            .runs(
                run ->
                    new DualRun(
                        run.id(),
                        run.backend(),
                        run.startedAt(),
                        run.released(),
                        run.ended(),
                        run.agents(),
                        List.of(),
                        run.status()));

    assertThat(page.section("efficiency")).contains(">-<small>tr116.solo=off</small>");
    assertThat(page.section("result"))
        .contains("no true speedup was measured (tr116.solo=off)")
        .contains("cannot tell");
    assertThat(page.section("energy")).contains("Energy was not measured: power was not sampled");
  }

  @Test
  void hasAPageForASessionWithoutARun() {
    var page = Page.on(results, Traces.OLLAMA, 0);

    assertThat(unbalanced(page.html())).isEmpty();
    assertThat(page.section("result")).contains("nothing measured").contains("No run was recorded");
  }

  @Test
  void listsOnlySomeRunsOfALongSession() {
    var page = Page.of(results, "tr116.scenarios", "chimera-homo", "tr116.runs", "501");

    assertThat(page.section("runs"))
        .contains("501 runs are too many for a page")
        .contains("href=\"analysis.csv\"")
        .doesNotContain("textarea");
    assertThat(all("<(tr)>", page.section("runs"))).hasSizeLessThan(30);
  }

  @Test
  void showsHostileTextAsText() {
    var hostile = "\"><img src=x onerror=alert(1)></textarea><script>alert(2)</script>\u202e";
    var page =
        Page.of(results, "tr116.scenarios", "chimera-homo", "tr116.models", "a\"><b>:x")
            .failures(
                new KeptFailure(
                    hostile,
                    Optional.of(1L),
                    "alone",
                    Optional.of("collector"),
                    Optional.of("ERROR_LINE"),
                    Optional.of(hostile),
                    Optional.empty(),
                    hostile))
            .notes(Page.notes(List.of(hostile), List.of(hostile), List.of(hostile)));

    var html = page.html();

    assertThat(unbalanced(html)).isEmpty();
    assertThat(html).doesNotContain("<img", "<b>", "\u202e", "alert(2)</script>");
    assertThat(all("<(script)", html)).hasSize(1);
    assertThat(html).contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  private static String hash(String html, String tag) throws Exception {
    var content = all("(?s)<" + tag + ">(.*?)</" + tag + ">", html).getFirst();
    return "sha256-"
        + Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** Tags that are closed in another order than they were opened, or never. */
  private static List<String> unbalanced(String html) {
    var body = html.replaceAll("(?s)<(style|script)>.*?</\\1>", "");
    var open = new ArrayDeque<String>();
    var wrong = new ArrayList<String>();
    var tags = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");
    var matcher = tags.matcher(body);
    while (matcher.find()) {
      var name = matcher.group(2).toLowerCase(Locale.ROOT);
      if (VOID.contains(name) || matcher.group(3).endsWith("/")) {
        continue;
      }
      if (matcher.group(1).isEmpty()) {
        open.push(name);
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        wrong.add(matcher.group());
      }
    }
    wrong.addAll(open);
    return wrong;
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }
}
