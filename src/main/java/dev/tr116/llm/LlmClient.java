package dev.tr116.llm;

import dev.tr116.trace.CallTrace;

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

  /** Ends the calls still under way as {@code CANCELLED} and closes every connection. */
  @Override
  void close();
}
