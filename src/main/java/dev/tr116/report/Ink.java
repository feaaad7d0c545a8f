package dev.tr116.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a picture is drawn with: Okabe and Ito's colours, which people with any kind of colour
 * vision tell apart, and some greys. A picture by itself is dark on white; a page may give every
 * ink another colour through {@link #rules()} and custom properties such as {@code --chart-text}.
 */
public enum Ink {
  /** Letters and axes. */
  TEXT("#000000", "#ececec"),
  /** Letters that explain. */
  FAINT("#555555", "#b8b8b8"),
  /** Lines that lead the eye. */
  GRID("#dddddd", "#383b42"),
  /** What everything is drawn on. */
  PAPER("#ffffff", "#17191d"),
  /** Letters on a light box, on any paper. */
  BLACK("#000000", "#000000"),
  /** Letters on a dark box, on any paper. */
  WHITE("#ffffff", "#ffffff"),
  BLUE("#0072B2", "#52b0f0"),
  VERMILLION("#D55E00", "#f58231"),
  GREEN("#009E73", "#26c69a"),
  PURPLE("#CC79A7", "#e3a0c6"),
  SKY("#56B4E9", "#56B4E9"),
  ORANGE("#E69F00", "#E69F00"),
  YELLOW("#F0E442", "#F0E442"),
  GREY("#999999", "#999999"),
  /** The ideal part of a run. */
  PALE("#D5DEE6", "#9fb0bd"),
  /** Contention as a whole, below white letters. */
  WINE("#882255", "#b03a74"),
  /** Imbalance, below white letters. */
  DEEP_BLUE("#0072B2", "#0072B2"),
  /** Orchestration, below white letters. */
  INDIGO("#332288", "#6355c4"),
  /** A darker vermillion, with enough contrast for small letters. */
  FAILURE_TEXT("#9C4400", "#ff9e5e");

  private final String onWhite;
  private final String onBlack;

  Ink(String onWhite, String onBlack) {
    this.onWhite = onWhite;
    this.onBlack = onBlack;
  }

  /**
   * Style rules for a page with pictures in it: each takes its inks from the page's custom
   * properties, or else has those of a picture by itself.
   */
  public static String rules() {
    return Arrays.stream(values())
        .map(
            ink ->
                String.format(
                    Locale.ROOT,
                    ".fill-%1$s{fill:var(--chart-%1$s,%2$s)}"
                        + ".line-%1$s{stroke:var(--chart-%1$s,%2$s)}",
                    ink.key(),
                    ink.onWhite))
        .collect(Collectors.joining("\n"));
  }

  /** The custom properties of a dark page, to stand between braces. */
  public static String dark() {
    return Arrays.stream(values())
        .map(ink -> "--chart-" + ink.key() + ":" + ink.onBlack + ";")
        .collect(Collectors.joining());
  }

  /** Attributes that fill a shape or letters with it, in a page or alone. */
  static String attributes(Ink fill) {
    return "class='fill-" + fill.key() + "' fill='" + fill.onWhite + "'";
  }

  /** Attributes that draw an outline with it. */
  static String outline(Ink stroke) {
    return "class='line-" + stroke.key() + "' fill='none' stroke='" + stroke.onWhite + "'";
  }

  /** Attributes of a filled shape with an outline. */
  static String attributes(Ink fill, Ink stroke) {
    return "class='fill-%s line-%s' fill='%s' stroke='%s'"
        .formatted(fill.key(), stroke.key(), fill.onWhite, stroke.onWhite);
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
