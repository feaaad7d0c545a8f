/** Samples and what they support: pure functions over plain numbers, nothing of agents. */
@org.jspecify.annotations.NullMarked
package dev.tr116.statistics;
