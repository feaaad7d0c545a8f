package dev.tr116.agent;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** Texts of equal length that differ for every call and repeat with the seed. */
final class Nonce {
  private static final int BYTES = 6;

  private Nonce() {}

  /** Twelve hex digits for one call of one session. */
  static String of(long seed, String session, String call) {
    var hash =
        UUID.nameUUIDFromBytes(
            (seed + "\n" + session + "\n" + call).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(hash.getLeastSignificantBits(), 2 * BYTES);
  }
}
