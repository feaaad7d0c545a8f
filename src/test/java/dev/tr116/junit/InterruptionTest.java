package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

@Timeout(20)
class InterruptionTest {
  @Test
  void endsTheWorkThatIsDoneAndLeavesTheThreadFitToWriteFiles() {
    try (var interruption = Interruption.ofThisJvm()) {
      var begun = new CountDownLatch(1);
      Thread.startVirtualThread(
          () -> {
            awaitOf(begun);
            interruption.request();
          });

      var interrupted =
          interruption.during(
              () -> {
                begun.countDown();
                return !awaitOf(new CountDownLatch(1));
              });

      assertThat(interrupted).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void endsLaterWorkAtOnce() {
    try (var interruption = Interruption.ofThisJvm()) {
      assertThatCode(interruption::requireNone).doesNotThrowAnyException();

      interruption.request();

      assertThat(interruption.<Boolean>during(() -> !awaitOf(new CountDownLatch(1)))).isTrue();
      assertThatThrownBy(interruption::requireNone)
          .isInstanceOf(TestAbortedException.class)
          .hasMessageContaining("can be gone on with");
    }
  }

  @Test
  void keepsAnInterruptThatIsNotItsOwn() {
    try (var interruption = Interruption.ofThisJvm()) {
      var _ =
          interruption.during(
              () -> {
                Thread.currentThread().interrupt();
                return 0;
              });

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Whether it came; interrupted, it did not. */
  private static boolean awaitOf(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException ended) {
      return false;
    }
  }
}
