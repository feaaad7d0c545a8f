package dev.tr116.server.llama;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The length of answer that a prompt asks for, in tokens.
 *
 * @param least a shorter answer would miss what was asked
 * @param most a longer answer would break it
 */
record AskedLength(int least, int most) {
  /** When nothing is asked, an answer is about 200 tokens long. */
  static final AskedLength UNASKED = around(200);

  private static final double TOKENS_PER_WORD = 1.3;
  private static final double SPREAD = 0.15;
  private static final double ROUNDING = 1e-6;
  private static final String LIMIT =
      "(?<limit>at most|no more than|not more than|up to|under|below|less than|fewer than"
          + "|maximum of|max\\.?|within|limit(?:ed)? to)\\s+";
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?:"
              + LIMIT
              + ")?(?<![\\d.,])(?<first>\\d{1,5})"
              + "(?:\\s*(?:-|–|to|and|or)\\s*(?<second>\\d{1,5}))?[\\s-]*(?<unit>word|token)s?\\b",
          Pattern.CASE_INSENSITIVE);

  /** Reads phrases such as "at most 250 words", "300-400 words" or "in 120 words". */
  static AskedLength in(String prompt) {
    return PHRASE.matcher(prompt).results().findFirst().map(AskedLength::of).orElse(UNASKED);
  }

  private static AskedLength of(MatchResult phrase) {
    var unit = phrase.group("unit").equalsIgnoreCase("word") ? TOKENS_PER_WORD : 1;
    var first = Integer.parseInt(phrase.group("first")) * unit;
    if (phrase.group("limit") != null) {
      // An answer kept below a limit does not end right at it.
      return between(first * (1 - 2 * SPREAD), first);
    }
    return Optional.ofNullable(phrase.group("second"))
        .map(second -> between(first, Integer.parseInt(second) * unit))
        .orElseGet(() -> around(first));
  }

  private static AskedLength around(double tokens) {
    return between(tokens * (1 - SPREAD), tokens * (1 + SPREAD));
  }

  private static AskedLength between(double least, double most) {
    var from = Math.max(1, (int) Math.ceil(least - ROUNDING));
    return new AskedLength(from, Math.max(from, (int) (most + ROUNDING)));
  }
}
