package dev.tr116.preflight;

import dev.tr116.llm.PullStep;
import dev.tr116.plan.Model;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a pull has come: one line a step, and one every few seconds within a step. */
final class PullProgress implements Consumer<PullStep> {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String subject;
  private final Consumer<String> out;
  private final LongSupplier nanoTime;
  private String status = "";
  private long told;

  PullProgress(URI endpoint, Model model, Consumer<String> out, LongSupplier nanoTime) {
    this.subject = "pull of " + model.tag() + " at " + endpoint + ": ";
    this.out = out;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(PullStep step) {
    var now = nanoTime.getAsLong();
    if (!step.status().equals(status) || now - told >= PAUSE.toNanos()) {
      status = step.status();
      told = now;
      out.accept(subject + status + share(step));
    }
  }

  private static String share(PullStep step) {
    if (step.totalBytes().orElse(0) == 0) {
      return "";
    }
    var total = step.totalBytes().getAsLong();
    var percent = 100.0 * step.completedBytes().orElse(0) / total;
    return String.format(Locale.ROOT, ", %.0f %% of %s", percent, Bytes.shown(total));
  }
}
