package dev.tr116.preflight;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the servers tell what they are asked, and are of one version. */
final class ServerChecks implements CheckFamily {
  @Override
  public Stream<Finding> look(Facts facts) {
    if (!facts.haveModels()) {
      return Stream.of(
          Finding.info(
              Check.ASKED,
              facts.backend().phrase()
                  + ": models, weights, contexts and memory are not known of such a server"));
    }
    return Stream.of(unanswered(facts), told(facts), different(facts)).flatMap(each -> each);
  }

  private static Stream<Finding> unanswered(Facts facts) {
    return facts.servers().stream()
        .flatMap(
            server ->
                server.notTold().stream()
                    .map(reason -> Finding.error(Check.ASKED, server.endpoint(), reason)));
  }

  private static Stream<Finding> told(Facts facts) {
    return facts.servers().stream()
        .map(
            server ->
                Finding.info(
                    Check.VERSIONS,
                    server.endpoint(),
                    server.version().map(told -> "version " + told).orElse("tells no version")));
  }

  private static Stream<Finding> different(Facts facts) {
    var versions = facts.servers().stream().map(ServerFacts::version).distinct().count();
    return versions < 2
        ? Stream.empty()
        : Stream.of(
            Finding.warning(
                Check.VERSIONS,
                "the servers are of different versions ("
                    + facts.servers().stream()
                        .map(server -> version(server.version()) + " at " + server.endpoint())
                        .collect(Collectors.joining(", "))
                    + "), so their agents are not alike; install the same version"));
  }

  private static String version(Optional<String> told) {
    return told.orElse("an unknown one");
  }
}
