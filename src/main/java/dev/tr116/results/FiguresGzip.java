package dev.tr116.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Gzip for text that is mostly figures. Their digits repeat by chance only; coded one by one they
 * take a tenth less than as repetitions, which is what gzip tries first by default.
 */
final class FiguresGzip extends GZIPOutputStream {
  FiguresGzip(OutputStream target) throws IOException {
    super(target);
    def.setStrategy(Deflater.FILTERED);
  }
}
