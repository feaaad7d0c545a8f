package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.util.concurrent.ScheduledExecutorService;

/** A call of which nothing is left to do but to send it; it is made once. */
public interface ReadyCall {
  /**
   * Makes it and waits for its end, as {@link LlmClient#generate} does.
   *
   * @param intended when it was meant to start, ns of {@link System#nanoTime()}
   */
  CallTrace generate(long intended);

  /**
   * Begins it, as {@link LlmClient#start} does.
   *
   * @param intended when it was meant to start, ns of {@link System#nanoTime()}
   */
  Flight start(long intended, ScheduledExecutorService steps);
}
