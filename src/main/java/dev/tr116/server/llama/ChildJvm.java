package dev.tr116.server.llama;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process to start, on the same Java as this one and no larger than it needs to be.
 *
 * @param classPath what its class path holds
 * @param folder its folder for temporary files
 * @param properties further flags, such as system properties
 */
record ChildJvm(List<Path> classPath, Path folder, List<String> properties) {
  ProcessBuilder running(Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx160m",
            "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
            "-Djava.io.tmpdir=" + folder,
            "-Dfile.encoding=UTF-8"));
    command.addAll(properties);
    command.add("-cp");
    command.add(
        String.join(java.io.File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile());
  }
}
