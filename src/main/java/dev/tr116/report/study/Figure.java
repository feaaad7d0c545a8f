package dev.tr116.report.study;

/** The figures of a run that the report speaks of; times in ms, rates in tokens per second. */
enum Figure {
  /** TR116's, by the rule of whoever measured. */
  SPEEDUP,
  /** TR116's, percent. */
  EFFICIENCY,
  /** Between the two agents; {@link Facts#deltaMeaning()} tells the sign. */
  THROUGHPUT_DELTA,
  /** Between the two agents, ms; {@link Facts#deltaMeaning()} tells the sign. */
  TTFT_DELTA,
  /** The sum of the agents' wall times over twice that of the run, percent, whoever measured. */
  EFFICIENCY_BY_WALLS,
  /** Of the run, ms. */
  WALL,
  /** Mean of the agents. */
  AGENT_THROUGHPUT,
  /** Mean of the agents, ms. */
  TTFT,
  /** How much faster than one agent after the other. */
  TRUE_SPEEDUP,
  /** The same over the number of agents, percent. */
  TRUE_EFFICIENCY,
  /** The same with equal token counts. */
  TRUE_SPEEDUP_LEVELLED,
  /** The least the true speedup can be. */
  LEAST_TRUE_SPEEDUP,
  /** The most the true speedup can be. */
  MOST_TRUE_SPEEDUP,
  /** Jain's index over the agents' slowdowns. */
  FAIRNESS,
  /** Agents slower side by side than alone, percentage points of the wall time. */
  CONTENTION_LOSS,
  /** One agent longer than the other, percentage points of the wall time. */
  IMBALANCE_LOSS,
  /** Outside of all agents, percentage points of the wall time. */
  ORCHESTRATION_LOSS,
  /** Of the contention, percentage points of the wall time. */
  LOAD_LOSS,
  /** Of the contention, percentage points of the wall time. */
  QUEUE_LOSS,
  /** Of the contention, percentage points of the wall time. */
  PREFILL_LOSS,
  /** Of the contention, percentage points of the wall time. */
  DECODE_LOSS,
  /** Of the contention, percentage points of the wall time. */
  CLIENT_LOSS,
  /** Tokens side by side over the energy of the source that tells. */
  TOKENS_PER_JOULE,
  /** Tokens of all agents over the wall time. */
  TOTAL_THROUGHPUT
}
