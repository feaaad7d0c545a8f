package dev.tr116.llm;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;

/**
 * Buffers of a parser that reads short lines, one of many at once: a tenth of Jackson's own, which
 * are made for documents. They grow where a line needs more.
 */
final class SmallBuffers extends BufferRecycler {
  private static final int BYTES = 512;
  private static final int CHARS = 256;

  @Override
  protected int byteBufferLength(int use) {
    return BYTES;
  }

  @Override
  protected int charBufferLength(int use) {
    return CHARS;
  }

  /** New ones for every parser, which keeps them as long as it lives. */
  static final class OfEachParser implements RecyclerPool<BufferRecycler> {
    private static final long serialVersionUID = 1;

    @Override
    public BufferRecycler acquirePooled() {
      return new SmallBuffers();
    }

    @Override
    public void releasePooled(BufferRecycler buffers) {
      // They go with their parser.
    }
  }
}
