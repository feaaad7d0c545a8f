/** Charts made from plain figures: SVG by hand, the same for pages and as files. */
@org.jspecify.annotations.NullMarked
package dev.tr116.report.chart;
