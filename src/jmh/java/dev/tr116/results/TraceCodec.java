package dev.tr116.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Writing and reading the token times of a run of two agents, side by side and alone. */
@State(Scope.Thread)
public class TraceCodec {
  private static final int TOKENS_OF_AN_ANSWER = 500;

  /** Those of all four answers. */
  public static final int TOKENS = 4 * TOKENS_OF_AN_ANSWER;

  private final RunRecord record = Records.of(LongRun.of(TOKENS_OF_AN_ANSWER));
  private final BlockFile block = new BlockFile(record.run(), record.metrics());
  private final Path folder = folder();

  /** Writes what is read. */
  @Setup
  public void write() throws IOException {
    Files.write(folder.resolve(BlockFile.NAME), block.compressed());
  }

  /** Removes it. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(folder.resolve(BlockFile.NAME));
    Files.delete(folder);
  }

  /** {@code trace.jsonl.gz}, for people and their programs. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public byte[] encodeTrace() {
    return TraceLines.compressed(record.run());
  }

  /** {@code block.json.gz}, with the figures of the run. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public byte[] encodeBlock() {
    return block.compressed();
  }

  /** {@code block.json.gz} as a session that goes on reads it. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public Object decodeBlock() {
    return BlockFile.read(folder);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tr116-trace");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
