package dev.tr116.performance;

/**
 * What a session tells of the framework itself.
 *
 * @param runs measured
 * @param orchestration of the wall time, median, µs
 * @param orchestrationPercent the same in % of the wall time
 * @param ownTime of a run, median, ms
 * @param bytesPerToken of the traces on disk
 * @param ttftBias how much too long the time to the first token is, median of all calls, µs
 */
record SessionFigures(
    int runs,
    double orchestration,
    double orchestrationPercent,
    double ownTime,
    double bytesPerToken,
    double ttftBias) {}
