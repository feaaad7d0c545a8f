package dev.tr116.junit;

import dev.tr116.plan.BackendDescription;
import java.net.URI;
import java.util.List;

/**
 * Servers that are ready.
 *
 * @param endpoints one per agent
 * @param description what they are
 * @param started what was started for this session and ends with it, in order
 */
record RunningBackend(
    List<URI> endpoints, BackendDescription description, List<AutoCloseable> started)
    implements AutoCloseable {
  RunningBackend {
    endpoints = List.copyOf(endpoints);
    started = List.copyOf(started);
  }

  @Override
  public void close() throws Exception {
    Exception first = null;
    for (var server : started.reversed()) {
      try {
        server.close();
      } catch (Exception failed) {
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
