package dev.tr116.results;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Property;
import dev.tr116.plan.SettingsException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The servers of a session, held in the results folder so that no second session there measures on
 * them at the same time. Sessions with other results folders do not see these locks.
 */
public final class EndpointLocks implements AutoCloseable {
  private static final String FOLDER = ".endpoints";

  private final List<LockFile> held = new ArrayList<>();

  private EndpointLocks() {}

  /**
   * Takes the servers of a session until it is closed; a server in the own process needs no lock.
   *
   * @param results the folder of the sessions
   * @param session its name, for whoever wants the same server
   * @throws SettingsException naming each server that another session measures on
   */
  public static EndpointLocks take(
      Path results, String session, BackendDescription backend, List<URI> endpoints) {
    var locks = new EndpointLocks();
    if (backend.weights().equals(BackendDescription.NO_WEIGHTS)) {
      return locks;
    }
    var problems = new ArrayList<String>();
    for (var server : endpoints.stream().map(EndpointLocks::server).distinct().toList()) {
      var attempt =
          LockFile.take(results.resolve(FOLDER).resolve(server + ".lock"), "session " + session);
      attempt.held().ifPresent(locks.held::add);
      if (attempt.held().isEmpty()) {
        problems.add(
            Property.ENDPOINTS.key()
                + ": "
                + server.replace('_', ':')
                + " is measured on by "
                + attempt.owner()
                + "; wait for its end, or give each shard its own servers");
      }
    }
    if (!problems.isEmpty()) {
      locks.close();
      throw new SettingsException(problems);
    }
    return locks;
  }

  /** Host and port as a file name; a loopback address means another server on each machine. */
  static String server(URI endpoint) {
    var port =
        endpoint.getPort() > 0
            ? endpoint.getPort()
            : "https".equals(endpoint.getScheme()) ? 443 : 80;
    var host = endpoint.getHost().toLowerCase(Locale.ROOT);
    return (isLoopback(host) ? LockFile.host() : host).replaceAll("[^A-Za-z0-9.-]", "-")
        + "_"
        + port;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  @Override
  public void close() {
    held.forEach(LockFile::close);
    held.clear();
  }
}
