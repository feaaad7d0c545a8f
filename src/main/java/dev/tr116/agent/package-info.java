/** Who runs: workloads, agents, and the runtimes that set them side by side. */
@org.jspecify.annotations.NullMarked
package dev.tr116.agent;
