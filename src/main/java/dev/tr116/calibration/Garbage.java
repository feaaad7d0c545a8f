package dev.tr116.calibration;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Collects garbage between blocks, so that none is collected while one is measured. A collection
 * takes some hundredths of a second; it is left out while the heap has room for a block.
 */
final class Garbage {
  /** Share of the space for new objects; what a block collects all the same is in its record. */
  private static final double ROOM_FOR_A_BLOCK = 0.7;

  private final Supplier<Optional<MemoryUsage>> eden;
  private final Runnable collection;

  /**
   * Garbage of any heap.
   *
   * @param eden where objects begin; empty where that is not known
   * @param collection frees it
   */
  Garbage(Supplier<Optional<MemoryUsage>> eden, Runnable collection) {
    this.eden = eden;
    this.collection = collection;
  }

  /** Garbage of this JVM. */
  static Garbage ofThisJvm() {
    var pool =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(each -> each.getName().contains("Eden"))
            .findFirst();
    return new Garbage(() -> pool.map(MemoryPoolMXBean::getUsage), System::gc);
  }

  /** Makes room for a block where there is too little. */
  void makeRoom() {
    if (!hasRoom()) {
      collection.run();
    }
  }

  private boolean hasRoom() {
    return eden.get()
        .map(usage -> usage.getUsed() <= (1 - ROOM_FOR_A_BLOCK) * usage.getCommitted())
        .orElse(false);
  }
}
