package dev.tr116.server.llama;

import dev.tr116.server.FinishReason;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Where an answer ends. Random weights never say that they have finished, so the length is drawn
 * instead, the same one for the same seed and asked length: a prompt that differs in a nonce alone
 * is answered at the same length.
 *
 * @param tokens how many are generated
 * @param reason {@code STOP} at the drawn length, {@code LENGTH} when the request's limit is lower
 */
record AnswerLength(int tokens, FinishReason reason) {
  static AnswerLength draw(String prompt, int seed, OptionalInt limit) {
    var asked = AskedLength.in(prompt);
    var random = new SplittableRandom(seed);
    var drawn = random.nextInt(asked.least(), asked.most() + 1);
    return limit.isPresent() && limit.getAsInt() < drawn
        ? new AnswerLength(limit.getAsInt(), FinishReason.LENGTH)
        : new AnswerLength(drawn, FinishReason.STOP);
  }
}
