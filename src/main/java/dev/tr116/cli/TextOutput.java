package dev.tr116.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command's text goes.
 *
 * @param spec of the command, for its standard output
 * @param file empty for standard output
 */
record TextOutput(CommandSpec spec, Optional<Path> file) {
  /**
   * Writes it, and for a file says so.
   *
   * @throws IOException when it cannot be written
   */
  void write(String text) throws IOException {
    var out = spec.commandLine().getOut();
    if (file.isPresent()) {
      OutFile.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
      out.println("written: " + file.get());
    } else {
      out.print(text);
    }
    out.flush();
  }
}
