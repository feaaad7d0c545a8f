package dev.tr116.report.page;

import dev.tr116.results.StoredSession;
import dev.tr116.slo.RegressionVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page of a session as HTML: it loads nothing, shows everything without script, and is the same
 * to the last byte whenever it is made of the same records.
 */
public final class SessionPage {
  private static final List<Function<PageData, Optional<Section>>> SECTIONS =
      List.of(
          EfficiencySection::of,
          LossSection::of,
          TimelineSection::of,
          LatencySection::of,
          RuntimeSection::of,
          ModelSection::of,
          ScalingSection::of,
          SingleSection::of,
          EnergySection::of,
          RegressionSection::of,
          FindingsSection::of,
          OutlierSection::of,
          FailureSection::of,
          DefinitionsSection::of,
          EnvironmentSection::of,
          RunsSection::of);

  private SessionPage() {}

  /**
   * The page as it stands in the session's folder.
   *
   * @param stored the session
   * @param comparison with an earlier one; empty where there is none
   */
  public static String of(StoredSession stored, Optional<RegressionVerdict> comparison) {
    return of(stored, comparison, stored.session().directory());
  }

  /**
   * The page for another folder, from which its links lead to the records.
   *
   * @param folder that the page is for
   */
  public static String of(
      StoredSession stored, Optional<RegressionVerdict> comparison, Path folder) {
    var data = PageData.of(stored, comparison, folder);
    var sections =
        SECTIONS.parallelStream().map(section -> section.apply(data)).flatMap(Optional::stream);
    return document(data, sections.toList());
  }

  private static String document(PageData data, List<Section> sections) {
    var name = data.stored().session().name();
    var style = PageAssets.style();
    var script = PageAssets.script();
    var html = new Html();
    html.open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        PageAssets.policy(style, script));
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", "tr116 · " + name + " · " + data.backend().phrase());
    html.verbatim("style", style);
    html.close("head").open("body");
    html.element("a", "Skip to the result", "class", "skip", "href", "#result");
    html.open("header", "class", "top");
    html.element("h1", "Session " + name);
    html.element("p", Banner.subtitle(data), "class", "note");
    html.close("header");
    html.open("main");
    new Banner(data).write(html);
    contents(html, sections);
    sections.forEach(section -> section.write(html));
    html.close("main");
    html.open("footer");
    html.p("Made by tr116 from the records of the session; nothing on this page is loaded.");
    html.close("footer");
    html.verbatim("script", script);
    html.close("body").close("html");
    return "<!doctype html>\n" + html;
  }

  private static void contents(Html html, List<Section> sections) {
    html.open("nav", "aria-label", "Contents").open("ul");
    Stream.of(sections)
        .flatMap(List::stream)
        .forEach(
            section ->
                html.open("li")
                    .open("a", "href", "#" + section.id())
                    .text(section.title())
                    .close("a")
                    .close("li"));
    html.close("ul").close("nav");
  }
}
