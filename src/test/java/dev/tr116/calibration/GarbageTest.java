package dev.tr116.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GarbageTest {
  private final AtomicInteger collections = new AtomicInteger();

  @ParameterizedTest
  @CsvSource({"0, 0", "30, 0", "31, 1", "100, 1"})
  void isCollectedOnceABlockMightNotFit(int used, int times) {
    new Garbage(() -> Optional.of(new MemoryUsage(0, used, 100, -1)), collections::incrementAndGet)
        .makeRoom();

    assertThat(collections).hasValue(times);
  }

  @Test
  void isAlwaysCollectedWhereTheHeapIsNotKnown() {
    new Garbage(Optional::empty, collections::incrementAndGet).makeRoom();

    assertThat(collections).hasValue(1);
  }

  @Test
  void isNotCollectedTwiceByThisJvm() {
    Garbage.ofThisJvm().makeRoom();
    var before = collectionsSoFar();

    Garbage.ofThisJvm().makeRoom();

    assertThat(collectionsSoFar()).isEqualTo(before);
  }

  private static long collectionsSoFar() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> collector.getCollectionCount())
        .sum();
  }
}
