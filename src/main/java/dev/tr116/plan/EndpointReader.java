package dev.tr116.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where the servers are. */
final class EndpointReader {
  private final PropertyTexts texts;

  EndpointReader(PropertyTexts texts) {
    this.texts = texts;
  }

  /** Those of this shard where there are shards; what is wrong with them is told to the texts. */
  List<URI> read(Map<Suite, List<Scenario>> scenarios, Optional<Shard> shard) {
    var endpoints = new ArrayList<URI>();
    var text = texts.text(Property.ENDPOINTS);
    if (text.contains("@") || text.contains("?")) {
      // It may hold a password or a token, which must not be repeated.
      texts
          .problems()
          .add(
              Property.ENDPOINTS.key()
                  + ": credentials and queries do not belong into an address, as records hold it;"
                  + " write e.g. http://127.0.0.1:11434, and name the environment variable that"
                  + " holds a key in "
                  + Property.OLLAMA_KEY_VARIABLE.key()
                  + " or "
                  + Property.OPENAI_KEY_VARIABLE.key());
      return endpoints;
    }
    var groups = EndpointGroups.parse(text);
    groups.problem(shard).ifPresent(why -> texts.problem(Property.ENDPOINTS, why));
    var items = texts.items(Property.ENDPOINTS, groups.of(shard));
    for (var item : items) {
      try {
        var uri = new URI(item.replaceFirst("/+$", ""));
        if (isServer(uri)) {
          endpoints.add(uri);
          continue;
        }
      } catch (URISyntaxException wrong) {
        // Told below, like every other text that is no address.
      }
      texts.problem(
          Property.ENDPOINTS,
          "'" + item + "' is no server address; write e.g. http://127.0.0.1:11434");
    }
    var most =
        scenarios.values().stream()
            .flatMap(List::stream)
            .mapToInt(scenario -> scenario.agents().size())
            .max();
    if (most.isPresent() && items.size() > most.getAsInt()) {
      texts.problem(
          Property.ENDPOINTS,
          "there are at most "
              + most.getAsInt()
              + " agents; write as many endpoints or fewer, the agents are dealt to them in turn");
    }
    return endpoints;
  }

  private static boolean isServer(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= 65_535
        && uri.getRawFragment() == null;
  }
}
