package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tr116.server.InferenceException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineErrorsTest {
  @Test
  void listsTheModelsWhenOneIsUnknown() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> EmbeddedEngine.start(List.of(0), List.of("dodo:7b"), 1, Optional.empty()))
        .withMessageContaining("no model 'dodo:7b'")
        .withMessageContaining("gemma3:latest, qwen2.5:7b")
        .withMessageContaining("other quantizations than Q4_0 and Q8_0 are not there");
  }

  @Test
  void saysWhichDependencyIsMissing() {
    var loader = ClassLoader.getPlatformClassLoader();

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> ClassPaths.ofServer(loader))
        .withMessageContaining("de.kherud:llama:4.2.0")
        .withMessageContaining("-Dtr116.backend=ollama");
  }

  @Test
  void saysWhatToInstallWhenTheNativeLibraryIsUnusable(@TempDir Path folder) throws IOException {
    var classPath = ClassPaths.ofServer(getClass().getClassLoader());
    var withoutLibrary = classPath.stream().map(part -> withoutNativeCode(part, folder)).toList();
    var model = new ModelFile(StandInModel.of("gemma3"), folder.resolve("none.gguf"), "", 0);
    var launcher = new RunnerLauncher(folder, withoutLibrary);

    assertThatExceptionOfType(InferenceException.class)
        .isThrownBy(() -> launcher.launch(model, 512, 1))
        .withMessageContaining("libgomp1")
        .withMessageContaining("AVX2")
        .withMessageContaining("No native library found");
    assertThat(folder).isDirectoryNotContaining("glob:**runner-*");
  }

  @Test
  void saysThatAModelCannotBeLoaded(@TempDir Path folder) {
    var model = new ModelFile(StandInModel.of("gemma3"), folder.resolve("none.gguf"), "", 0);
    var launcher = new RunnerLauncher(folder, ClassPaths.ofServer(getClass().getClassLoader()));
    NativeLibrary.unpack(folder);

    assertThatExceptionOfType(InferenceException.class)
        .isThrownBy(() -> launcher.launch(model, 512, 1))
        .withMessageContaining("unable to load the model");
  }

  /** A copy of the binding's jar without the libraries in it; other parts as they are. */
  private static Path withoutNativeCode(Path part, Path folder) {
    if (!part.toString().contains("kherud" + File.separator)) {
      return part;
    }
    try (var jar = new ZipFile(part.toFile())) {
      var copy = folder.resolve("binding");
      for (var entry : jar.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        var target = copy.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        Files.copy(jar.getInputStream(entry), target);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
