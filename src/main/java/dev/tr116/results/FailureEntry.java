package dev.tr116.results;

import dev.tr116.plan.CellId;
import dev.tr116.trace.AgentRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One line of a failure log: a failed call, or what was decided about a cell.
 *
 * @param time when it was noted
 * @param cell it happened in
 * @param run its number; empty in a warm-up
 * @param part of the block
 * @param agent whose call failed, with what it attempted; empty for a decision alone
 * @param loaded what the agent's server had in memory after the failure; empty when it did not tell
 * @param decision what is done about it, in words
 */
public record FailureEntry(
    Instant time,
    CellId cell,
    OptionalInt run,
    Part part,
    Optional<AgentRun> agent,
    Optional<List<Loaded>> loaded,
    String decision) {
  public FailureEntry {
    loaded = loaded.map(List::copyOf);
  }

  /** A part of a block. */
  public enum Part {
    /** Unmeasured, before the first run. */
    WARM_UP("warm-up"),
    /** An agent alone. */
    ALONE("alone"),
    /** The agents side by side. */
    CONCURRENT("concurrent");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** The word in the log. */
    public String word() {
      return word;
    }
  }

  /**
   * A model in a server's memory.
   *
   * @param model its tag
   * @param bytes all of it
   * @param vramBytes the part in GPU memory
   */
  public record Loaded(String model, OptionalLong bytes, OptionalLong vramBytes) {}
}
