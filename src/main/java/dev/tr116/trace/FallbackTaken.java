package dev.tr116.trace;

import dev.tr116.plan.CellConfiguration;
import java.util.List;

/**
 * A cell was measured with less than was asked for, because a server had too little memory.
 *
 * @param attempted what was asked for
 * @param used what was measured instead
 * @param steps from the one to the other, e.g. {@code num_gpu 80 -> 60}; the last one helped
 * @param because the failures, one for each step
 */
public record FallbackTaken(
    CellConfiguration attempted, CellConfiguration used, List<String> steps, List<String> because) {
  public FallbackTaken {
    steps = List.copyOf(steps);
    because = List.copyOf(because);
  }
}
