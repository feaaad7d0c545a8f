package dev.tr116.server.llama;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class paths of the children, made of the places where the classes they need come from. That
 * holds for a class path of jars as for the folders of an IDE, and keeps everything else out.
 */
final class ClassPaths {
  private static final String BINDING = "de.kherud.llama.LlamaModel";

  private ClassPaths() {}

  /**
   * What a server needs: this program, the JSON library and the llama.cpp binding.
   *
   * @throws EngineException when the binding is not there
   */
  static List<Path> ofServer(ClassLoader loader) {
    return Stream.of(
            EmbeddedEngine.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            binding(loader))
        .map(ClassPaths::origin)
        .distinct()
        .toList();
  }

  /** What a runner needs is on its server's class path. */
  static List<Path> ofThisProcess() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  private static Class<?> binding(ClassLoader loader) {
    try {
      // Without initialization: that would load the native library into this process.
      return Class.forName(BINDING, false, loader);
    } catch (ClassNotFoundException e) {
      throw EngineException.missingBinding(e);
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no file holds " + type.getName(), e);
    }
  }
}
