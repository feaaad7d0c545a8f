package dev.tr116.truth;

import static java.time.Duration.ofMillis;

import dev.tr116.server.script.Answer;
import dev.tr116.server.script.DecodeRate;
import java.util.Collections;
import java.util.List;

/** The profiles that are played, each with its arithmetic in ms. */
final class KnownTruths {
  private static final DecodeRate R100 = DecodeRate.of(100);
  private static final DecodeRate R150 = DecodeRate.of(150);
  private static final DecodeRate R200 = DecodeRate.of(200);
  private static final DecodeRate R300 = DecodeRate.of(300);

  private KnownTruths() {}

  static List<KnownTruth> all() {
    return List.of(
        equal(),
        unequalTokens(),
        unequalRates(),
        contendedTwice(),
        contendedThrice(),
        oneEndsEarly(),
        oneStartsLate(),
        slowedUnequally(),
        batchingGain(),
        cold(),
        queued(),
        thinking(),
        longPrefill(),
        otherCountsAlone(),
        severalTokensALine(),
        threeContended(),
        fourUnequal(),
        fiveContended());
  }

  private static KnownTruth equal() {
    return KnownTruth.alike(
        "equal", 2, answer(300, 81, R200), AgentTruth.unslowed(Phases.of(300, 81, 400)));
  }

  private static KnownTruth unequalTokens() {
    return KnownTruth.of(
        "unequal tokens",
        List.of(answer(300, 61, R200), answer(300, 121, R200)),
        List.of(
            AgentTruth.unslowed(Phases.of(300, 61, 300)),
            AgentTruth.unslowed(Phases.of(300, 121, 600))));
  }

  private static KnownTruth unequalRates() {
    return KnownTruth.of(
        "unequal rates",
        List.of(answer(300, 101, R200), answer(300, 81, R100)),
        List.of(
            AgentTruth.unslowed(Phases.of(300, 101, 500)),
            AgentTruth.unslowed(Phases.of(300, 81, 800))));
  }

  private static KnownTruth contendedTwice() {
    return KnownTruth.alike(
        "contended 2x",
        2,
        answer(300, 61, R200.slowedBy(2)),
        new AgentTruth(Phases.of(300, 61, 60 * 5), Phases.of(300, 61, 60 * 10)));
  }

  private static KnownTruth contendedThrice() {
    return KnownTruth.alike(
        "contended 3x",
        2,
        answer(300, 61, R300.slowedBy(3)),
        new AgentTruth(Phases.of(300, 61, 200), Phases.of(300, 61, 60 * 10)));
  }

  /** The first ends after 30 tokens at 75/s; the second has 60 left for 150/s. */
  private static KnownTruth oneEndsEarly() {
    return KnownTruth.of(
        "one ends early",
        List.of(answer(300, 31, R150.slowedBy(2)), answer(300, 91, R150.slowedBy(2))),
        List.of(
            new AgentTruth(Phases.of(300, 31, 200), Phases.of(300, 31, 400)),
            new AgentTruth(Phases.of(300, 91, 600), Phases.of(300, 91, 400 + 400))));
  }

  /** The first has 45 tokens before the second begins, 30 beside it, 15 after it. */
  private static KnownTruth oneStartsLate() {
    return KnownTruth.of(
        "one starts late",
        List.of(answer(300, 91, R150.slowedBy(2)), answer(600, 31, R150.slowedBy(2))),
        List.of(
            new AgentTruth(Phases.of(300, 91, 600), Phases.of(300, 91, 300 + 400 + 100)),
            new AgentTruth(Phases.of(600, 31, 200), Phases.of(600, 31, 400))));
  }

  private static KnownTruth slowedUnequally() {
    return KnownTruth.of(
        "slowed unequally",
        List.of(answer(300, 61, R300.slowedBy(3)), answer(300, 97, R200.slowedBy(1.25))),
        List.of(
            new AgentTruth(Phases.of(300, 61, 200), Phases.of(300, 61, 600)),
            new AgentTruth(Phases.of(300, 97, 480), Phases.of(300, 97, 600))));
  }

  private static KnownTruth batchingGain() {
    return KnownTruth.alike(
        "faster together",
        2,
        answer(300, 61, R150.slowedBy(0.5)),
        new AgentTruth(Phases.of(300, 61, 400), Phases.of(300, 61, 200)));
  }

  private static KnownTruth cold() {
    var first = Phases.of(300, 61, 300);
    var second = Phases.of(300, 81, 400);
    return KnownTruth.of(
        "cold first call",
        List.of(
            answer(300, 61, R200).cold(ofMillis(300)), answer(300, 81, R200).cold(ofMillis(400))),
        List.of(new AgentTruth(first, first.cold(300)), new AgentTruth(second, second.cold(400))));
  }

  private static KnownTruth queued() {
    var answer = answer(300, 61, R200);
    var alone = Phases.of(300, 61, 300);
    return new KnownTruth(
        "queued",
        List.of(answer, answer),
        List.of(answer, answer),
        true,
        List.of(AgentTruth.unslowed(alone), new AgentTruth(alone, alone.after(600))));
  }

  private static KnownTruth thinking() {
    return KnownTruth.of(
        "thinking",
        List.of(answer(300, 81, R200).thinking(40), answer(300, 81, R200)),
        List.of(
            AgentTruth.unslowed(Phases.of(300, 81, 400).thinking(40)),
            AgentTruth.unslowed(Phases.of(300, 81, 400))));
  }

  private static KnownTruth longPrefill() {
    return KnownTruth.of(
        "long prefill",
        List.of(answer(700, 31, R150), answer(350, 91, R200)),
        List.of(
            AgentTruth.unslowed(Phases.of(700, 31, 200)),
            AgentTruth.unslowed(Phases.of(350, 91, 450))));
  }

  private static KnownTruth otherCountsAlone() {
    return new KnownTruth(
        "other token counts alone",
        List.of(answer(300, 121, R200), answer(300, 81, R200)),
        List.of(answer(300, 61, R200), answer(300, 101, R200)),
        false,
        List.of(
            new AgentTruth(Phases.of(300, 61, 300), Phases.of(300, 121, 600)),
            new AgentTruth(Phases.of(300, 101, 500), Phases.of(300, 81, 400))));
  }

  private static KnownTruth severalTokensALine() {
    return KnownTruth.alike(
        "several tokens a line",
        2,
        answer(300, 121, R200.slowedBy(1.5)).tokensPerLine(4),
        new AgentTruth(Phases.of(300, 121, 600), Phases.of(300, 121, 900)));
  }

  private static KnownTruth threeContended() {
    return KnownTruth.alike(
        "three agents contended",
        3,
        answer(300, 61, R300.slowedBy(2, 2.5)),
        new AgentTruth(Phases.of(300, 61, 200), Phases.of(300, 61, 500)));
  }

  private static KnownTruth fourUnequal() {
    return KnownTruth.of(
        "four agents unequal",
        List.of(
            answer(300, 41, R200),
            answer(350, 61, R200),
            answer(400, 81, R200),
            answer(450, 101, R200)),
        List.of(
            AgentTruth.unslowed(Phases.of(300, 41, 200)),
            AgentTruth.unslowed(Phases.of(350, 61, 300)),
            AgentTruth.unslowed(Phases.of(400, 81, 400)),
            AgentTruth.unslowed(Phases.of(450, 101, 500))));
  }

  /** Each takes 10 ms of the device for a token; five take 50. */
  private static KnownTruth fiveContended() {
    return new KnownTruth(
        "five agents contended",
        Collections.nCopies(5, answer(300, 21, R100.slowedBy(2, 3, 4, 5))),
        Collections.nCopies(5, answer(300, 21, R100.slowedBy(2, 3, 4, 5))),
        false,
        Collections.nCopies(
            5, new AgentTruth(Phases.of(300, 21, 200), Phases.of(300, 21, 20 * 50))));
  }

  private static Answer answer(long prefill, int tokens, DecodeRate rate) {
    return Answer.of(ofMillis(prefill), tokens, rate).promptTokens(KnownTruth.PROMPT_TOKENS);
  }
}
