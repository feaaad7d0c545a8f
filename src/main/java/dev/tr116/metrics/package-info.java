/** What the stamps mean: pure functions and records, without input, output or clock. */
@org.jspecify.annotations.NullMarked
package dev.tr116.metrics;
