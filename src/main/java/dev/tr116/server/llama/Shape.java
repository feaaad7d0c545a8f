package dev.tr116.server.llama;

/** The sizes all stand-ins share: small enough to be fast, large enough to be work. */
final class Shape {
  static final int LAYERS = 8;
  static final int WIDTH = 512;
  static final int HIDDEN = 1664;
  static final int HEADS = 8;
  static final int KEY_HEADS = 4;
  static final int HEAD_WIDTH = WIDTH / HEADS;
  static final int CONTEXT = 8192;

  private Shape() {}
}
