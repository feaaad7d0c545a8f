package dev.tr116.llm;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer that something compressed although nobody asked for it. It is not unpacked: whatever
 * compresses also holds lines back, so their stamps would be worth nothing.
 */
final class Compression {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private Compression() {}

  /** How the headers say that the body is compressed. */
  static Optional<String> of(HttpHeaders headers) {
    return headers
        .firstValue("Content-Encoding")
        .map(String::strip)
        .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"));
  }

  /** Whether the body itself says so. */
  static boolean begins(byte[] bytes, int offset, int length) {
    return length >= GZIP.length && bytes[offset] == GZIP[0] && bytes[offset + 1] == GZIP[1];
  }

  /** What to tell people of an answer in that coding, e.g. {@code gzip}. */
  static String message(URI endpoint, String coding) {
    return endpoint
        + " compressed its answer ("
        + FailureMessages.quote(coding)
        + ") although nobody asked for it, which hides when each token came; switch compression"
        + " off in what stands between client and server";
  }
}
