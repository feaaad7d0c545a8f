package dev.tr116.results;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.trace.DualRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.zip.GZIPInputStream;

/**
 * The {@code block.json.gz} beside a record: the whole block as this program holds it. Sessions
 * that go on and sessions that are joined read it, so that a kept run means what a live one does.
 *
 * @param run what happened
 * @param metrics what it means
 */
record BlockFile(DualRun run, DualRunMetrics metrics) {
  static final String NAME = "block.json.gz";

  /**
   * Above what a block with the longest answers takes; a file from elsewhere may unpack without
   * end.
   */
  private static final int LARGEST_BYTES = 1 << 30;

  private static final JsonMapper MAPPER = JsonMapper.builder(Json.fastNumbers()).build();

  byte[] compressed() {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new FiguresGzip(bytes)) {
      gzip.write(MAPPER.writeValueAsBytes(RecordWriter.write(this)));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a block in memory can always be written", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the file in a run's folder.
   *
   * @throws UnreadableRecordException when it is missing or broken
   */
  static BlockFile read(Path folder) {
    var file = folder.resolve(NAME);
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      // Whole first: the checksum at its end has to be right.
      var content = gzip.readNBytes(LARGEST_BYTES);
      if (gzip.read() >= 0) {
        throw new IOException("unpacked it is larger than " + LARGEST_BYTES + " bytes");
      }
      try (var json = MAPPER.createParser(content)) {
        return RecordReader.read(json, BlockFile.class);
      }
    } catch (NoSuchFileException missing) {
      throw new UnreadableRecordException(file, "is missing", missing);
    } catch (IOException | IllegalArgumentException | DateTimeException broken) {
      throw new UnreadableRecordException(file, "is broken: " + broken.getMessage(), broken);
    }
  }
}
