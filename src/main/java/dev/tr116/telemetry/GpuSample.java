package dev.tr116.telemetry;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * One GPU as {@code nvidia-smi} described it once; what it does not tell is empty.
 *
 * @param index the GPU's number
 * @param watts power of the board
 * @param utilization percent of the time in which a kernel ran
 * @param temperature degrees Celsius
 * @param memoryUsed MiB
 * @param memoryTotal MiB
 */
record GpuSample(
    int index,
    OptionalDouble watts,
    OptionalDouble utilization,
    OptionalDouble temperature,
    OptionalDouble memoryUsed,
    OptionalDouble memoryTotal) {
  /** What {@code nvidia-smi} is asked for, in the order it answers. */
  static final String QUERY =
      "index,power.draw,utilization.gpu,temperature.gpu,memory.used,memory.total";

  private static final int FIELDS = 6;
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  /** A line of its answer; nothing where that is something else, e.g. an error message. */
  static Optional<GpuSample> parse(String line) {
    var fields = line.split(",", -1);
    if (fields.length != FIELDS || !INDEX.matcher(fields[0].strip()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new GpuSample(
            Integer.parseInt(fields[0].strip()),
            number(fields[1]),
            number(fields[2]),
            number(fields[3]),
            number(fields[4]),
            number(fields[5])));
  }

  /** Anything but a plain number, e.g. {@code [N/A]}, is no value. */
  private static OptionalDouble number(String field) {
    return NUMBER.matcher(field.strip()).matches()
        ? OptionalDouble.of(Double.parseDouble(field.strip()))
        : OptionalDouble.empty();
  }
}
