/** What is kept: records, tables and summaries of a session. */
@org.jspecify.annotations.NullMarked
package dev.tr116.results;
