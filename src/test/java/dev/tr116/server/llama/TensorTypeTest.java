package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TensorTypeTest {
  private static final int BLOCK = 32;

  @Test
  void keepsFullPrecisionInF32() {
    var bytes = encode(TensorType.F32, new float[] {1.5f, -2});

    assertThat(bytes.getFloat(0)).isEqualTo(1.5f);
    assertThat(bytes.getFloat(4)).isEqualTo(-2);
  }

  @Test
  void keepsQ8WithinHalfAStep() {
    var row = ramp();
    var bytes = encode(TensorType.Q8_0, row);

    var scale = Float.float16ToFloat(bytes.getShort(0));
    for (var i = 0; i < BLOCK; i++) {
      assertThat(bytes.get(2 + i) * scale).isCloseTo(row[i], within(scale * 0.6f));
    }
  }

  @Test
  void keepsQ4WithinOneStep() {
    var row = ramp();
    var bytes = encode(TensorType.Q4_0, row);

    var scale = Float.float16ToFloat(bytes.getShort(0));
    for (var i = 0; i < BLOCK / 2; i++) {
      var pair = bytes.get(2 + i);
      assertThat(((pair & 15) - 8) * scale).isCloseTo(row[i], within(Math.abs(scale)));
      assertThat(((pair >> 4 & 15) - 8) * scale).isCloseTo(row[i + 16], within(Math.abs(scale)));
    }
  }

  @Test
  void keepsABlockOfZeros() {
    var bytes = encode(TensorType.Q4_0, new float[BLOCK]);

    assertThat(Float.float16ToFloat(bytes.getShort(0))).isZero();
  }

  private static ByteBuffer encode(TensorType type, float[] row) {
    var out = ByteBuffer.allocate(type.bytes(row.length)).order(ByteOrder.LITTLE_ENDIAN);
    type.encode(row, out);
    assertThat(out.hasRemaining()).isFalse();
    return out;
  }

  private static float[] ramp() {
    var row = new float[BLOCK];
    for (var i = 0; i < BLOCK; i++) {
      row[i] = (i - 12) * 0.25f;
    }
    return row;
  }
}
