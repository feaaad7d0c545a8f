package dev.tr116.server.script;

import java.util.ArrayList;
import java.util.List;

/** What a server remembers of its clients, until it is told to forget. */
final class History {
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final List<ClientConnection> connections = new ArrayList<>();
  private final List<Played> played = new ArrayList<>();
  private boolean forgetful;

  /** Remembers nothing from now on, and nothing of what was before. */
  synchronized void forget() {
    forgetful = true;
    requests.clear();
    connections.clear();
    played.clear();
  }

  synchronized void add(ReceivedRequest request) {
    if (!forgetful) {
      requests.add(request);
    }
  }

  synchronized void add(ClientConnection connection) {
    if (!forgetful) {
      connections.add(connection);
    }
  }

  synchronized void add(Played truth) {
    if (!forgetful) {
      played.add(truth);
    }
  }

  synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized List<ClientConnection> connections() {
    return List.copyOf(connections);
  }

  synchronized List<Played> played() {
    return List.copyOf(played);
  }
}
