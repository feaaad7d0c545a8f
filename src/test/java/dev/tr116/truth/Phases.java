package dev.tr116.truth;

/**
 * What one call takes, by arithmetic, in ms.
 *
 * @param queue waiting for the server
 * @param load loading the model
 * @param prefill until the first token
 * @param decode all tokens but the first
 * @param tokens of the answer
 * @param thought of these, before the first that is said
 */
record Phases(double queue, double load, double prefill, double decode, int tokens, int thought) {
  static Phases of(double prefill, int tokens, double decode) {
    return new Phases(0, 0, prefill, decode, tokens, 0);
  }

  Phases after(double wait) {
    return new Phases(wait, load, prefill, decode, tokens, thought);
  }

  Phases cold(double loading) {
    return new Phases(queue, loading, prefill, decode, tokens, thought);
  }

  Phases thinking(int first) {
    return new Phases(queue, load, prefill, decode, tokens, first);
  }

  double wall() {
    return ttft() + decode;
  }

  double ttft() {
    return queue + load + prefill;
  }

  /** Where tokens are evenly spaced. */
  double ttfc() {
    return ttft() + thought * decode / (tokens - 1);
  }

  double decodeRate() {
    return 1000 * (tokens - 1) / decode;
  }

  double serverEvalRate() {
    return 1000 * tokens / decode;
  }
}
