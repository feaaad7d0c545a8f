package dev.tr116.server.llama;

import java.nio.file.Path;
import java.util.List;

/** The models that tests start; their cache outlives a test run, so that they are made once. */
final class TestModels {
  static final List<String> ONE_PER_ARCHITECTURE =
      List.of("gemma3", "qwen2.5:7b", "llama3.1:8b-instruct-q4_0");

  private TestModels() {}

  static ModelCache cache() {
    return new ModelCache(Path.of("target", "models").toAbsolutePath());
  }

  static EmbeddedEngine startEngine(List<Integer> ports, List<String> models) {
    return EmbeddedEngine.start(ports, models, 1, cache());
  }
}
