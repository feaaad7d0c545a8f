package dev.tr116.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The token server and the floor client, built from their sources with the system's compiler.
 *
 * @param server the token server
 * @param floor the client that does nothing but read
 */
record CPrograms(Path server, Path floor) {
  private static final Path SOURCES = Path.of("src/performance/c");

  /**
   * Builds both into a folder outside the tree.
   *
   * @return empty where there is no compiler
   * @throws IOException when one is there and cannot build them
   */
  static Optional<CPrograms> build() throws IOException, InterruptedException {
    var compiler = Stream.of("cc", "gcc", "clang").filter(Machine::has).findFirst();
    if (compiler.isEmpty()) {
      return Optional.empty();
    }
    var folder = Files.createTempDirectory("token-streams");
    return Optional.of(
        new CPrograms(
            program(compiler.get(), "token_server", folder),
            program(compiler.get(), "floor_client", folder)));
  }

  private static Path program(String compiler, String name, Path folder)
      throws IOException, InterruptedException {
    var made = folder.resolve(name);
    var code =
        new ProcessBuilder(
                compiler, "-O2", "-o", made.toString(), SOURCES.resolve(name + ".c").toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(compiler + " ended with " + code);
    }
    return made;
  }
}
