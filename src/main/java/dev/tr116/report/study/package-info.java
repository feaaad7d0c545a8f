/** The publishable report in the structure of TR116, of a session or of TR116's own figures. */
@org.jspecify.annotations.NullMarked
package dev.tr116.report.study;
