package dev.tr116.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the files of a kept run take on disk for each token.
 *
 * @param trace of {@code trace.jsonl.gz}, in bytes
 * @param block of {@code block.json.gz}, in bytes
 * @param allFiles of all files of the run's folder, with what they take for the run itself
 */
public record TraceBytes(double trace, double block, double allFiles) {
  private static final int ANSWERS = 4;

  /** Those of a run with so many tokens in each of its four answers, which a store has kept. */
  public static TraceBytes of(int tokens, Path results) throws IOException {
    var session = Records.session(results);
    var run = LongRun.of(tokens);
    ResultStore.create(session).keep(Records.of(run));
    var folder = session.directory().resolve(run.id().directory());
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    var bytes = 0L;
    for (var file : files) {
      bytes += Files.size(file);
    }
    var all = (double) ANSWERS * tokens;
    return new TraceBytes(
        Files.size(folder.resolve("trace.jsonl.gz")) / all,
        Files.size(folder.resolve(BlockFile.NAME)) / all,
        bytes / all);
  }
}
