package dev.tr116.results;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.telemetry.Environment;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One session: what was asked for, where and when.
 *
 * @param name the folder's name
 * @param directory absolute
 * @param settings what was asked for
 * @param matrix what that spans
 * @param startedAt when
 * @param backend what answers
 * @param environment the machine
 */
public record Session(
    String name,
    Path directory,
    Settings settings,
    Matrix matrix,
    Instant startedAt,
    BackendDescription backend,
    Environment environment) {}
