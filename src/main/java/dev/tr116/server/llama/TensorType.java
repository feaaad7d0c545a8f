package dev.tr116.server.llama;

import java.nio.ByteBuffer;

/** How weights are stored in a GGUF file; the block formats are those of ggml. */
enum TensorType {
  F32(0, 0, 1, 4) {
    @Override
    void encode(float[] row, ByteBuffer out) {
      for (var value : row) {
        out.putFloat(value);
      }
    }
  },
  Q4_0(2, 2, 32, 18) {
    @Override
    void encode(float[] row, ByteBuffer out) {
      for (var start = 0; start < row.length; start += blockSize()) {
        var scale = extreme(row, start) / -8;
        var inverse = inverse(scale);
        out.putShort(Float.floatToFloat16(scale));
        for (var i = start; i < start + 16; i++) {
          out.put((byte) (nibble(row[i] * inverse) | nibble(row[i + 16] * inverse) << 4));
        }
      }
    }

    private static int nibble(float scaled) {
      return Math.min(15, (int) (scaled + 8.5f));
    }
  },
  Q8_0(8, 7, 32, 34) {
    @Override
    void encode(float[] row, ByteBuffer out) {
      for (var start = 0; start < row.length; start += blockSize()) {
        var scale = Math.abs(extreme(row, start)) / 127;
        var inverse = inverse(scale);
        out.putShort(Float.floatToFloat16(scale));
        for (var i = start; i < start + blockSize(); i++) {
          out.put((byte) Math.round(row[i] * inverse));
        }
      }
    }
  };

  private final int id;
  private final int fileType;
  private final int blockSize;
  private final int blockBytes;

  TensorType(int id, int fileType, int blockSize, int blockBytes) {
    this.id = id;
    this.fileType = fileType;
    this.blockSize = blockSize;
    this.blockBytes = blockBytes;
  }

  /** Appends a row whose length is a multiple of {@link #blockSize}. */
  abstract void encode(float[] row, ByteBuffer out);

  int id() {
    return id;
  }

  /** The name in {@code general.file_type} of a file whose weights are stored so. */
  int fileType() {
    return fileType;
  }

  int blockSize() {
    return blockSize;
  }

  int bytes(int values) {
    return values / blockSize * blockBytes;
  }

  private static float inverse(float scale) {
    return scale == 0 ? 0 : 1 / scale;
  }

  /** The value of a block that is farthest from zero. */
  private static float extreme(float[] row, int start) {
    var extreme = 0f;
    for (var i = start; i < start + 32; i++) {
      if (Math.abs(row[i]) > Math.abs(extreme)) {
        extreme = row[i];
      }
    }
    return extreme;
  }
}
