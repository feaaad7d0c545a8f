package dev.tr116.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * The measurements told with the end of an answer.
 *
 * @param total from the request's arrival to now, with the time in the queue
 * @param load getting the model ready
 * @param promptTokens length of the prompt
 * @param promptEvaluation from the start of the generation to the first token
 * @param tokens length of the answer
 * @param evaluation from the first token to the last, so over one token less
 */
record Figures(
    Duration total,
    Duration load,
    int promptTokens,
    Duration promptEvaluation,
    int tokens,
    Duration evaluation) {

  /** Adds the fields in nanoseconds; a zero is left out, as Ollama does. */
  void writeTo(ObjectNode line) {
    put(line, "total_duration", total.toNanos());
    put(line, "load_duration", load.toNanos());
    put(line, "prompt_eval_count", promptTokens);
    put(line, "prompt_eval_duration", promptEvaluation.toNanos());
    put(line, "eval_count", tokens);
    put(line, "eval_duration", evaluation.toNanos());
  }

  private static void put(ObjectNode line, String name, long value) {
    if (value != 0) {
      line.put(name, value);
    }
  }
}
