package dev.tr116.results;

import dev.tr116.plan.RunId;
import dev.tr116.trace.FallbackTaken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A record, as a checklist looks at it.
 *
 * @param id of the run
 * @param record its fields
 */
record RunEvidence(RunId id, KeptJson record) {
  static RunEvidence read(RunId id, Path file) {
    var record = KeptJson.read(file);
    var run = new RunEvidence(id, record);
    // Whatever is asked of it later must be there.
    run.status();
    run.agents().forEach(agent -> agent.text("role"));
    record.object("summary");
    record.object("environment");
    return run;
  }

  String status() {
    return record.text("status");
  }

  List<KeptJson> agents() {
    return record.objects("agents");
  }

  /** Whether its agents were measured whole side by side and can be trusted. */
  boolean isMeasured() {
    return !status().equals("interrupted")
        && record.texts("invalid_because").isEmpty()
        && agents().stream()
            .allMatch(
                agent ->
                    !agent.objects("calls").isEmpty()
                        && agent.objects("calls").stream().noneMatch(RunEvidence::failed));
  }

  /** Every call of every agent, alone as well. */
  List<KeptJson> calls() {
    return agents().stream()
        .flatMap(
            agent ->
                Stream.concat(
                    agent.objects("calls").stream(), agent.objects("solo_calls").stream()))
        .toList();
  }

  static boolean failed(KeptJson call) {
    return call.optionalObject("failure").isPresent();
  }

  OptionalDouble figure(String name) {
    return record.object("summary").figure(name);
  }

  Optional<KeptJson> agent(String role) {
    return agents().stream().filter(agent -> agent.text("role").equals(role)).findFirst();
  }

  Optional<FallbackTaken> fallback() {
    return record.optionalObject("fallback").map(FallbackJson::read);
  }

  Path folder() {
    return record.file().getParent();
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
