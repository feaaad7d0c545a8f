package dev.tr116.server.ollama;

import dev.tr116.plan.Model;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Stands in for the {@code ollama} program: a script that starts a scripted server. */
public final class FakeOllama {
  private FakeOllama() {}

  /** Serves on the port of {@code OLLAMA_HOST} until it is ended. */
  public static void main(String... arguments) throws InterruptedException {
    var host = System.getenv("OLLAMA_HOST");
    var port = Integer.parseInt(host.substring(host.indexOf(':') + 1));
    System.out.println("fake ollama " + String.join(" ", arguments) + " on " + host);
    try (var server = ScriptedServer.start(port, Model.named("gemma3"))) {
      server.always(Script.answer(Duration.ofMillis(5), 10, Duration.ofMillis(1)));
      Thread.sleep(Duration.ofMinutes(2));
    }
  }

  /** Writes the script. */
  public static Path install(Path folder) throws IOException {
    var script = folder.resolve("ollama");
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -cp '%s' %s \"$@\"\n"
            .formatted(java, classPath(), FakeOllama.class.getName()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
