/** Result files and tables of Technical Report 116, read into records and into our own metrics. */
@org.jspecify.annotations.NullMarked
package dev.tr116.results.tr116;
