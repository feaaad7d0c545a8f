package dev.tr116.llm;

import dev.tr116.trace.CallTrace;
import java.util.concurrent.ScheduledExecutorService;

/** Makes LLM calls and tells exactly what happened in each. */
public interface LlmClient extends AutoCloseable {

  /**
   * Makes one call and waits for its end, however it ends. A failure of the call is part of the
   * trace and never thrown; the trace keeps the text, chunks and stamps that had arrived.
   *
   * <p>An interrupt of the calling thread ends the call as {@code CANCELLED}, closes its connection
   * and still returns the trace, with the thread's interrupt status set again. So a caller whose
   * own result is discarded, such as a cancelled subtask, keeps the outcome by storing what this
   * method returns. An answer that was complete before the interrupt stays a success.
   */
  CallTrace generate(LlmRequest request);

  /**
   * Begins one call and returns at once; no thread waits for its end. A failure of the call is part
   * of the trace, as with {@link #generate}.
   *
   * @param steps watches the call's timeouts and makes known its end: what depends on {@link
   *     Flight#outcome} runs there
   */
  Flight start(LlmRequest request, ScheduledExecutorService steps);

  /**
   * Does what can be done for a call before its time, so that calls that are to start together wait
   * for as little as possible. When it was meant to start is told later.
   */
  default ReadyCall ready(LlmRequest request) {
    return new ReadyCall() {
      @Override
      public CallTrace generate(long intended) {
        return LlmClient.this.generate(request.at(intended));
      }

      @Override
      public Flight start(long intended, ScheduledExecutorService steps) {
        return LlmClient.this.start(request.at(intended), steps);
      }
    };
  }

  /**
   * A client of the same kind with connections of its own, whose answers are read, stamped and
   * handled on that executor. It is closed by whoever asked for it.
   */
  LlmClient on(ScheduledExecutorService loop);

  /** Ends the calls still under way as {@code CANCELLED} and closes every connection. */
  @Override
  void close();
}
