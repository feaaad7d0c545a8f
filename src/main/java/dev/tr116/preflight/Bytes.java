package dev.tr116.preflight;

import java.util.Locale;

/** Sizes for people, in powers of ten as {@code ollama list} writes them. */
final class Bytes {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Bytes() {}

  /** E.g. {@code 3.3 GB} or {@code 95 MB}. */
  static String shown(long bytes) {
    return bytes >= GIGA
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGA)
        : String.format(Locale.ROOT, "%.0f MB", bytes / MEGA);
  }
}
