package dev.tr116.server.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.server.Await;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLifeTest {
  @Test
  void childrenEndWhenTheirParentIsKilled(@TempDir Path folder) throws Exception {
    var models = TestModels.cache().get(StandInModel.of("gemma3")).path().getParent();
    var builder =
        new ChildJvm(classPath(), folder, List.of())
            .running(EngineParent.class, List.of(models.toString()))
            .redirectError(folder.resolve("parent.log").toFile());
    var parent = builder.start();
    try {
      var children =
          Arrays.stream(parent.inputReader().readLine().split(" "))
              .map(Long::valueOf)
              .flatMap(pid -> ProcessHandle.of(pid).stream())
              .toList();
      assertThat(children).as("a server and a runner").hasSize(2);

      parent.destroyForcibly().waitFor();

      Await.until("no child lives", () -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(folder).isDirectoryNotContaining("glob:**tr116-server-*");
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void closingLeavesNoProcessBehind() {
    var before = ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();

    var engine = TestModels.startEngine(List.of(0), List.of("gemma3"));
    engine.close();
    engine.close();

    assertThat(ProcessHandle.current().descendants().map(ProcessHandle::pid)).isSubsetOf(before);
  }

  private static List<Path> classPath() throws Exception {
    var tests =
        Path.of(EngineParent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Stream.concat(
            ClassPaths.ofServer(ProcessLifeTest.class.getClassLoader()).stream(), Stream.of(tests))
        .toList();
  }
}
