/** Fluent assertions on runs, cells and verdicts. */
@org.jspecify.annotations.NullMarked
package dev.tr116.assertj;
