package dev.tr116.deployment;

/**
 * A tier and what puts a cell there.
 *
 * @param tier where
 * @param why in words, with the figures
 */
public record Assignment(Tier tier, String why) {}
