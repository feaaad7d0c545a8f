package dev.tr116.browser;

/** How a page is looked at. */
public enum View {
  DESK_LIGHT(1280, false),
  DESK_DARK(1280, true),
  PHONE_LIGHT(390, false),
  PHONE_DARK(390, true);

  private final int width;
  private final boolean dark;

  View(int width, boolean dark) {
    this.width = width;
    this.dark = dark;
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
