package dev.tr116.junit;

import dev.tr116.plan.BackendDescription;
import dev.tr116.results.EndpointLocks;
import dev.tr116.results.SessionPlace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Servers that are ready.
 *
 * @param endpoints one per agent
 * @param description what they are
 * @param served the models each endpoint lists, where that was asked
 * @param closers end what was started for this session, in the order it was started
 */
record RunningBackend(
    List<URI> endpoints,
    BackendDescription description,
    Map<URI, List<String>> served,
    List<Runnable> closers)
    implements AutoCloseable {
  RunningBackend {
    endpoints = List.copyOf(endpoints);
    served = Map.copyOf(served);
    closers = List.copyOf(closers);
  }

  /** Servers whose models nobody asked for. */
  RunningBackend(List<URI> endpoints, BackendDescription description, List<Runnable> closers) {
    this(endpoints, description, Map.of(), closers);
  }

  /** The same servers, with one more thing to end: it is ended first. */
  RunningBackend ending(Runnable closer) {
    return new RunningBackend(
        endpoints,
        description,
        served,
        Stream.concat(closers.stream(), Stream.of(closer)).toList());
  }

  /**
   * The same, held for one session.
   *
   * @throws dev.tr116.plan.SettingsException naming the servers that another session measures on
   */
  RunningBackend alone(SessionPlace place) {
    var locks =
        EndpointLocks.take(place.directory().getParent(), place.name(), description, endpoints);
    return new RunningBackend(
        endpoints,
        description,
        served,
        Stream.concat(Stream.<Runnable>of(locks::close), closers.stream()).toList());
  }

  @Override
  public void close() {
    var failures = new ArrayList<RuntimeException>();
    for (var closer : closers.reversed()) {
      try {
        closer.run();
      } catch (RuntimeException failed) {
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
