package dev.tr116.junit;

import dev.tr116.llm.OpenAiInspector;
import dev.tr116.llm.OpenAiServer;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the OpenAI-compatible servers of a session; none is ever started or replaced. */
final class OpenAiServers {
  private static final Duration QUESTION = Duration.ofSeconds(3);

  private final Settings settings;

  OpenAiServers(Settings settings) {
    this.settings = settings;
  }

  /**
   * The servers at the endpoints.
   *
   * @throws SettingsException when one of them does not list its models, saying why
   */
  RunningBackend open() throws InterruptedException {
    var servers = new LinkedHashMap<URI, OpenAiServer>();
    var problems = new ArrayList<String>();
    try (var inspector = new OpenAiInspector(Clients.key(settings), Clients.trust(settings))) {
      for (var endpoint : settings.endpoints().stream().distinct().toList()) {
        try {
          servers.put(endpoint, inspector.ask(endpoint, QUESTION));
        } catch (IOException noServer) {
          problems.add(String.valueOf(noServer.getMessage()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw SettingsException.withoutServer(problems);
    }
    var versions =
        servers.values().stream().flatMap(server -> server.version().stream()).distinct().toList();
    return new RunningBackend(
        settings.endpoints(),
        ServerVersion.describe("openai", versions),
        names(servers),
        List.of());
  }

  private static Map<URI, List<String>> names(Map<URI, OpenAiServer> servers) {
    var names = new LinkedHashMap<URI, List<String>>();
    servers.forEach((endpoint, server) -> names.put(endpoint, server.models()));
    return names;
  }
}
