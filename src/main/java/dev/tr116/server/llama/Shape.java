package dev.tr116.server.llama;

/**
 * The sizes of a stand-in: small enough to be fast, large enough to be work.
 *
 * @param layers one after the other
 * @param width of what flows between them
 * @param hidden width inside the feed-forward part of a layer
 * @param heads of attention
 * @param keyHeads heads that have keys and values of their own
 */
record Shape(int layers, int width, int hidden, int heads, int keyHeads) {
  /** The longest context of all stand-ins, tokens. */
  static final int CONTEXT = 8192;

  /** Stands in for models of 4 to 8 billion parameters; about 30 million of its own. */
  static final Shape USUAL = new Shape(8, 512, 1664, 8, 4);

  /** Stands in for one of 14 billion: twice the work for each token. */
  static final Shape BIGGER = new Shape(12, 576, 1856, 9, 3);

  int headWidth() {
    return width / heads;
  }
}
