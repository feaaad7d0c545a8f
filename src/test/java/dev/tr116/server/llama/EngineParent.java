package dev.tr116.server.llama;

import dev.tr116.server.ApiClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A process that starts an engine, loads a model, says which processes there are, and waits. */
final class EngineParent {
  private EngineParent() {}

  public static void main(String[] arguments) throws IOException {
    try (var engine =
            EmbeddedEngine.start(
                List.of(0), List.of("gemma3"), 1, new ModelCache(Path.of(arguments[0])));
        var client = new ApiClient(engine.endpoints().getFirst())) {
      client.generate("\"model\":\"gemma3\"");
      System.out.println(
          ProcessHandle.current()
              .descendants()
              .map(ProcessHandle::pid)
              .map(Object::toString)
              .collect(Collectors.joining(" ")));
      System.in.transferTo(System.out);
    }
  }
}
