package dev.tr116.truth;

/** What one agent's call takes alone and beside the others. */
record AgentTruth(Phases alone, Phases together) {
  static AgentTruth unslowed(Phases phases) {
    return new AgentTruth(phases, phases);
  }

  /** The wall time alone for as many tokens as beside the others. */
  double levelled() {
    return alone.wall() + 1000 * (together.tokens() - alone.tokens()) / alone.decodeRate();
  }

  double slowdown() {
    return together.wall() / alone.wall();
  }
}
