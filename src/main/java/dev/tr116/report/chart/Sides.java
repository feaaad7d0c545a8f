package dev.tr116.report.chart;

/**
 * What the two sides of 1 mean.
 *
 * @param below left of it
 * @param above right of it
 */
record Sides(String below, String above) {}
