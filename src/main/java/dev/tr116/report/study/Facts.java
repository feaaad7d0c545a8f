package dev.tr116.report.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a study beside its figures.
 *
 * @param head lines below the title, by name
 * @param warning what a reader must know of all figures; empty for a real server's
 * @param scope bullets on what was measured, and with what
 * @param method bullets on how
 * @param deltaMeaning what the deltas subtract from what
 * @param runtimesNotComparable why the runtimes' figures cannot be held against each other
 * @param trueFiguresMissing why there is no true speedup
 * @param efficiencyIsByWalls whether efficiency_percent is the agents' wall times over the run's
 * @param models each model by name, with what is known of it
 * @param downgrades what was measured with less than was asked for
 * @param memory what is known of GPU memory
 * @param failures calls that failed, and what became of them
 * @param notes on the measurement
 * @param reproduce bullets on how to measure it again
 * @param commands that do so
 * @param manifest every raw file, with its checksum where one is kept
 * @param checklist the session's, as table rows of id, what must hold, state, why
 * @param table the name of the file that holds every run; empty where there is none
 */
record Facts(
    Map<String, String> head,
    Optional<String> warning,
    List<String> scope,
    List<String> method,
    String deltaMeaning,
    Optional<String> runtimesNotComparable,
    Optional<String> trueFiguresMissing,
    boolean efficiencyIsByWalls,
    Map<String, List<String>> models,
    List<String> downgrades,
    String memory,
    List<String> failures,
    List<String> notes,
    List<String> reproduce,
    List<String> commands,
    List<String> manifest,
    List<List<String>> checklist,
    Optional<String> table) {}
