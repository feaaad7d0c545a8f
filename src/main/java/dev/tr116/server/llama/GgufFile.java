package dev.tr116.server.llama;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A model in GGUF version 3: metadata, a table of the tensors, then their weights. */
record GgufFile(GgufMetadata metadata, List<Tensor> tensors) {
  private static final int VERSION = 3;
  private static final int ALIGNMENT = 32;

  long parameters() {
    return tensors.stream().mapToLong(Tensor::parameters).sum();
  }

  /** Writes the file; the same seed gives the same bytes. */
  void write(OutputStream out, long seed) throws IOException {
    var head = head();
    out.write(head);
    out.write(new byte[padding(head.length)]);
    for (var tensor : tensors) {
      write(tensor, out, new NormalNumbers(seed ^ (long) tensor.name().hashCode() << 20));
    }
  }

  private byte[] head() {
    var head = new GgufMetadata.LittleEndian();
    head.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    head.int32(VERSION);
    head.int64(tensors.size());
    head.int64(metadata.entries());
    head.writeBytes(metadata.toByteArray());
    var offset = 0L;
    for (var tensor : tensors) {
      head.text(tensor.name());
      head.int32(tensor.dimensions().size());
      tensor.dimensions().forEach(head::int64);
      head.int32(tensor.type().id());
      head.int64(offset);
      offset += tensor.bytes() + padding(tensor.bytes());
    }
    return head.toByteArray();
  }

  private static void write(Tensor tensor, OutputStream out, NormalNumbers random)
      throws IOException {
    var row = new float[tensor.columns()];
    var encoded =
        ByteBuffer.allocate(tensor.type().bytes(row.length)).order(ByteOrder.LITTLE_ENDIAN);
    for (var index = 0; index < tensor.rows(); index++) {
      tensor.filler().fill(row, index, random);
      tensor.type().encode(row, encoded.clear());
      out.write(encoded.array());
    }
    out.write(new byte[padding(tensor.bytes())]);
  }

  private static int padding(long length) {
    return (int) (-length & ALIGNMENT - 1);
  }
}
