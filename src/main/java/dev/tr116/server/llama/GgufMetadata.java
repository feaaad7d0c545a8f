package dev.tr116.server.llama;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The key-value part of a GGUF file, in its little-endian binary form. */
final class GgufMetadata {
  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int FLOAT32 = 6;
  private static final int BOOL = 7;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  private final LittleEndian bytes = new LittleEndian();
  private int entries;

  GgufMetadata put(String key, String value) {
    begin(key, STRING).text(value);
    return this;
  }

  GgufMetadata put(String key, int value) {
    begin(key, UINT32).int32(value);
    return this;
  }

  GgufMetadata put(String key, float value) {
    begin(key, FLOAT32).float32(value);
    return this;
  }

  GgufMetadata put(String key, boolean value) {
    begin(key, BOOL).int8(value ? 1 : 0);
    return this;
  }

  GgufMetadata putTexts(String key, List<String> values) {
    beginArray(key, STRING, values.size());
    values.forEach(bytes::text);
    return this;
  }

  GgufMetadata putFloats(String key, List<Float> values) {
    beginArray(key, FLOAT32, values.size());
    values.forEach(bytes::float32);
    return this;
  }

  GgufMetadata putInts(String key, List<Integer> values) {
    beginArray(key, INT32, values.size());
    values.forEach(bytes::int32);
    return this;
  }

  int entries() {
    return entries;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private LittleEndian begin(String key, int type) {
    entries++;
    bytes.text(key);
    bytes.int32(type);
    return bytes;
  }

  private void beginArray(String key, int type, int size) {
    begin(key, ARRAY).int32(type);
    bytes.int64(size);
  }

  /** A growing buffer of little-endian values. */
  static final class LittleEndian extends ByteArrayOutputStream {
    void int8(int value) {
      write(value);
    }

    void int32(int value) {
      for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
        write(value >>> shift);
      }
    }

    void int64(long value) {
      int32((int) value);
      int32((int) (value >>> Integer.SIZE));
    }

    void float32(float value) {
      int32(Float.floatToIntBits(value));
    }

    void text(String value) {
      var utf8 = value.getBytes(StandardCharsets.UTF_8);
      int64(utf8.length);
      writeBytes(utf8);
    }
  }
}
