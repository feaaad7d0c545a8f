/** Folders of result files, and what stands in them in a few lines. */
@org.jspecify.annotations.NullMarked
package dev.tr116.artifacts;
