package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {
  private static final StandInModel MODEL = StandInModel.of("qwen2.5:7b");

  @TempDir private Path folder;

  private ModelFile copyOfAGeneratedModel() throws IOException {
    var original = TestModels.cache().get(MODEL).path();
    for (var name : List.of(MODEL.fileName(), MODEL.fileName() + ".sha256")) {
      Files.copy(original.resolveSibling(name), folder.resolve(name));
    }
    return new ModelCache(folder).get(MODEL);
  }

  @Test
  void generatesOnceAndThenKeeps() {
    var made = new AtomicInteger();
    var cache = smallModels(made);
    var sameFolder = smallModels(made);

    var first = CompletableFuture.supplyAsync(() -> cache.get(MODEL));
    var second = CompletableFuture.supplyAsync(() -> sameFolder.get(MODEL));

    assertThat(first.join()).isEqualTo(second.join()).isEqualTo(cache.get(MODEL));
    assertThat(made).hasValue(1);
  }

  @Test
  void makesTheSameBytesAgainWhenTheFileIsDamaged() throws IOException {
    var cache = new ModelCache(folder);
    var made = copyOfAGeneratedModel();
    Files.writeString(made.path(), "damaged");

    assertThat(cache.get(MODEL)).isEqualTo(made);
    assertThat(Sha256.of(made.path())).isEqualTo(made.digest());
  }

  @Test
  void makesItAgainForAnotherVersionOfTheGenerator() throws IOException {
    var count = new AtomicInteger();
    var cache = smallModels(count);
    var made = cache.get(MODEL);
    var checksum = made.path().resolveSibling(made.path().getFileName() + ".sha256");
    var note = Files.readString(checksum);
    Files.writeString(checksum, note.replace("version ", "version 0"));

    cache.get(MODEL);

    assertThat(count).hasValue(2);
    assertThat(checksum).hasContent(note.strip());
  }

  private ModelCache smallModels(AtomicInteger count) {
    return new ModelCache(
        folder,
        model -> {
          count.incrementAndGet();
          return new GgufFile(
              new GgufMetadata().put("general.architecture", model.architecture().id()), List.of());
        });
  }
}
