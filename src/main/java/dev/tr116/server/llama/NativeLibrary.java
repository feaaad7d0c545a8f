package dev.tr116.server.llama;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Unpacks the native library once for all runners of a server. The binding would do it in every
 * process and compare the copy byte by byte, which takes longer than loading a model.
 */
final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Copies the library for this machine into the folder. Where the binding brings none, nothing is
   * copied, and the binding itself says so when it is used.
   */
  static void unpack(Path folder) {
    var name = System.mapLibraryName("jllama");
    var resource = "/de/kherud/llama/" + system() + "/" + processor() + "/" + name;
    try (var in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in != null) {
        Files.copy(in, folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + resource, e);
    }
  }

  private static String system() {
    var name = System.getProperty("os.name");
    if (name.startsWith("Windows")) {
      return "Windows";
    }
    return name.startsWith("Mac") ? "Mac" : "Linux";
  }

  private static String processor() {
    return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch64";
      case String other -> other;
    };
  }
}
