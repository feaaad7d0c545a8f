/** The page of a session: one HTML file that holds all it needs. */
@org.jspecify.annotations.NullMarked
package dev.tr116.report.page;
