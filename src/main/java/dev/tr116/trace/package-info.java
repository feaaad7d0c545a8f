/** What happened: stamps, answers and failures, as records only. */
@org.jspecify.annotations.NullMarked
package dev.tr116.trace;
