package dev.tr116.trace;

/**
 * An agent alone, measured in the block of another run of the same cell.
 *
 * @param fromRun the number of that run
 * @param run what the agent did
 */
public record ReusedSolo(int fromRun, AgentRun run) {}
