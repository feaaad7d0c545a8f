package dev.tr116.server;

/**
 * The options a model is loaded with; a request with others makes the server load it again.
 *
 * @param numCtx context length in tokens
 * @param numGpu layers asked onto the GPU; negative when the server may choose
 * @param numThread threads of the inference; 0 when the server may choose
 */
public record LoadOptions(int numCtx, int numGpu, int numThread) {
  /** What holds when a request says nothing: 4096 tokens, the rest up to the server. */
  public static final LoadOptions DEFAULTS = new LoadOptions(4096, -1, 0);

  private static final int SHORTEST_CONTEXT = 4;

  public LoadOptions {
    numCtx = Math.max(SHORTEST_CONTEXT, numCtx);
    numGpu = Math.max(-1, numGpu);
    numThread = Math.max(0, numThread);
  }

  /** The same with a context no longer than the model's, as the model is really loaded. */
  LoadOptions fitting(ServedModel model) {
    return new LoadOptions(Math.min(numCtx, model.contextLength()), numGpu, numThread);
  }
}
