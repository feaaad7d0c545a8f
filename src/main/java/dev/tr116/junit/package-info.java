/**
 * The doors: annotations that turn a test class into a benchmark of concurrent agents.
 *
 * <p>{@link dev.tr116.junit.AgentBenchmark} on the class, {@link dev.tr116.junit.DualAgentTest} on
 * a method that looks at each run, {@link dev.tr116.junit.CellVerdictTest} on one that looks at
 * each cell after its runs.
 */
@org.jspecify.annotations.NullMarked
package dev.tr116.junit;
