package dev.tr116.server.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstalledOllamaTest {
  @TempDir private Path folder;

  @Test
  void theProgramEndsWhenTheGuardsInputEnds() throws Exception {
    var pidFile = folder.resolve("pid");
    var program = script("echo $$ > '" + pidFile + "'; exec sleep 60");
    var guard = guard(program);
    var pid = pid(pidFile);
    assertThat(ProcessHandle.of(pid)).isPresent();

    guard.getOutputStream().close();

    assertThat(guard.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void theGuardEndsWithTheProgram() throws Exception {
    var guard = guard(script("exit 3"));

    assertThat(guard.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(guard.exitValue()).isEqualTo(3);
  }

  private Path script(String line) throws IOException {
    var script = folder.resolve("program");
    Files.writeString(script, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private static Process guard(Path program) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    assertThat(classPath).contains(File.separator);
    return new ProcessBuilder(
            List.of(java, "-cp", classPath, OllamaGuard.class.getName(), program.toString()))
        .redirectErrorStream(true)
        .start();
  }

  private static long pid(Path file) throws IOException, InterruptedException {
    while (!Files.exists(file) || Files.readString(file).isBlank()) {
      Thread.sleep(10);
    }
    return Long.parseLong(Files.readString(file).strip());
  }
}
