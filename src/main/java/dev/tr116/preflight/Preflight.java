package dev.tr116.preflight;

import dev.tr116.llm.OllamaInspector;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import dev.tr116.plan.PreflightChoice;
import dev.tr116.telemetry.HostState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks servers and machine before anything is measured, and says what speaks against it. */
public final class Preflight {
  private static final List<CheckFamily> FAMILIES =
      List.of(
          new ServerChecks(),
          new ModelChecks(),
          new WeightChecks(),
          new ContextChecks(),
          new OptionChecks(),
          new MemoryChecks(),
          new HostChecks(),
          new ClockChecks());

  private Preflight() {}

  /**
   * Everything that was found; a problem that cannot be overlooked is among it and not thrown.
   *
   * @param console is told how a missing model arrives
   */
  public static PreflightReport of(
      Subject subject, OllamaInspector inspector, Consumer<String> console)
      throws InterruptedException {
    var choice = subject.settings().preflight();
    if (choice == PreflightChoice.OFF) {
      return PreflightReport.SKIPPED;
    }
    var facts = facts(subject, inspector, console);
    return PreflightReport.of(
        FAMILIES.stream().flatMap(family -> family.look(facts)).distinct().toList(), choice);
  }

  private static Facts facts(Subject subject, OllamaInspector inspector, Consumer<String> console)
      throws InterruptedException {
    var wall = Instant.now();
    var monotonic = System.nanoTime();
    var demands = Demand.of(subject.matrix(), subject.endpoints());
    var fallbacks = subject.settings().fallback().models();
    var servers = new ArrayList<ServerFacts>();
    if (Facts.tells(subject.backend())) {
      var pulled =
          subject.settings().pull()
                  && !subject.backend().weights().equals(BackendDescription.STAND_IN)
              ? Optional.of(console)
              : Optional.<Consumer<String>>empty();
      for (var endpoint : demands.stream().map(Demand::endpoint).distinct().toList()) {
        var models =
            Stream.concat(models(demands, endpoint), fallbacks.stream()).distinct().toList();
        servers.add(Survey.of(inspector, endpoint, models, pulled));
      }
    }
    var results = subject.settings().results().toAbsolutePath().normalize();
    var host = HostState.read(results);
    var passed = Duration.ofNanos(System.nanoTime() - monotonic);
    return new Facts(
        subject.backend(),
        subject.standIns(),
        demands,
        fallbacks,
        servers,
        results,
        host,
        Duration.between(wall, Instant.now()).minus(passed));
  }

  private static Stream<Model> models(List<Demand> demands, URI endpoint) {
    return demands.stream().filter(demand -> demand.endpoint().equals(endpoint)).map(Demand::model);
  }
}
