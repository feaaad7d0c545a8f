package dev.tr116.preflight;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import dev.tr116.telemetry.HostState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that was asked; the checks look at nothing else.
 *
 * @param backend what answers
 * @param standIns the names of all stand-in models there are
 * @param demands what will be asked of the servers
 * @param fallbacks models that may be asked for instead
 * @param servers what they told
 * @param results folder of the results
 * @param host what this machine told
 * @param clockStep by how much this machine's clock was set forward meanwhile
 */
record Facts(
    BackendDescription backend,
    List<String> standIns,
    List<Demand> demands,
    List<Model> fallbacks,
    List<ServerFacts> servers,
    Path results,
    HostState host,
    Duration clockStep) {

  /** Whether the servers speak of models that they really load. */
  boolean haveModels() {
    return tells(backend);
  }

  /** Whether the models are what their names say. */
  boolean areReal() {
    return haveModels() && !areStandIns();
  }

  /**
   * Whether such servers can be asked: a scripted one says whatever it was told to, and those of
   * another interface know none of the questions.
   */
  static boolean tells(BackendDescription backend) {
    return !backend.weights().equals(BackendDescription.NO_WEIGHTS)
        && !backend.kind().equals("openai");
  }

  boolean areStandIns() {
    return backend.weights().equals(BackendDescription.STAND_IN);
  }

  /** The models a server will be asked for. */
  List<Model> modelsFor(URI endpoint) {
    return demands.stream()
        .filter(demand -> demand.endpoint().equals(endpoint))
        .map(Demand::model)
        .distinct()
        .toList();
  }

  Optional<ServerFacts> server(URI endpoint) {
    return servers.stream().filter(server -> server.endpoint().equals(endpoint)).findFirst();
  }
}
