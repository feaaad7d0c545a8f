package dev.tr116.assertj;

import dev.tr116.statistics.Percentile;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The slow end of some calls: their 95th percentile, or the slowest of too few for one.
 *
 * @param figure which of the two, in words
 * @param millis its TTFT
 */
record TtftTail(String figure, double millis) {
  private static final double SHARE = 0.95;

  /** Nothing when there is no call. */
  static Optional<TtftTail> of(double[] ttfts) {
    return Percentile.of(ttfts, SHARE)
        .map(
            p95 ->
                p95.isSupported()
                    ? new TtftTail("ttft p95", p95.ofSample())
                    : new TtftTail(
                        String.format(
                            Locale.ROOT,
                            "the slowest ttft of %d calls (a p95 needs %d)",
                            p95.n(),
                            Percentile.needs(SHARE)),
                        Arrays.stream(ttfts).max().orElseThrow()));
  }
}
