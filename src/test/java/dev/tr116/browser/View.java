package dev.tr116.browser;

import java.util.stream.Stream;

/** How a page is looked at. */
public enum View {
  DESK_LIGHT(1280, false),
  DESK_DARK(1280, true),
  PHONE_LIGHT(390, false),
  PHONE_DARK(390, true);

  private static final boolean ALL = Boolean.getBoolean("views.all");

  private final int width;
  private final boolean dark;

  View(int width, boolean dark) {
    this.width = width;
    this.dark = dark;
  }

  /** One of each width and each light; all of them with {@code -Dviews.all=true}. */
  public static Stream<View> looks() {
    return ALL ? Stream.of(values()) : Stream.of(DESK_LIGHT, PHONE_DARK);
  }

  /** The width of the page, px. */
  public int width() {
    return width;
  }

  /** Whether the reader wants dark pages. */
  public boolean isDark() {
    return dark;
  }
}
