/** What is acceptable: objectives, verdicts and the words of a violation. */
@org.jspecify.annotations.NullMarked
package dev.tr116.slo;
