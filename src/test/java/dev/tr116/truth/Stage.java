package dev.tr116.truth;

import dev.tr116.server.script.Answer;
import dev.tr116.server.script.Played;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import dev.tr116.server.script.SharedGpu;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The servers of one profile, on a device of their own. */
final class Stage implements AutoCloseable {
  private final KnownTruth truth;
  private final List<ScriptedServer> servers = new ArrayList<>();

  Stage(KnownTruth truth) {
    this.truth = truth;
    var gpu = new SharedGpu();
    for (var i = 0; i < (truth.oneServer() ? 1 : truth.together().size()); i++) {
      var slot = gpu.slot();
      var server = ScriptedServer.start(Trial.MODEL).always(script(slot, truth.alone().get(i)));
      var first = script(slot, truth.together().get(i));
      servers.add(truth.oneServer() ? server : server.inOrder(first));
    }
  }

  /** One per agent. */
  List<URI> endpoints() {
    return truth.oneServer()
        ? Collections.nCopies(truth.together().size(), servers.getFirst().endpoint())
        : servers.stream().map(ScriptedServer::endpoint).toList();
  }

  /** How late the latest line was written. */
  Duration late() {
    return servers.stream()
        .flatMap(server -> server.played().stream())
        .map(Played::late)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    servers.forEach(ScriptedServer::close);
  }

  private static Script script(SharedGpu.Slot slot, Answer answer) {
    return Script.answer().generate(slot, answer).done();
  }
}
