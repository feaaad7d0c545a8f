/** Claims of a report, held against data: which reproduce, which do not, what the data gives. */
@org.jspecify.annotations.NullMarked
package dev.tr116.audit;
