package dev.tr116.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tr116.agent.AgentRuntimes;
import dev.tr116.agent.BlockRunner;
import dev.tr116.agent.PromptWorkload;
import dev.tr116.llm.LlmClient;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.RunCount;
import dev.tr116.plan.RunId;
import dev.tr116.plan.Scenario;
import dev.tr116.plan.Settings;
import dev.tr116.results.MetricsJson;
import dev.tr116.results.RunRecord;
import dev.tr116.telemetry.Environment;
import dev.tr116.trace.DualRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One block over real HTTP, from the settings to the bytes of its record. */
final class Trial {
  static final Model MODEL = Model.named("gemma3");
  private static final BackendDescription SCRIPTED =
      new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);

  private static final Environment MACHINE =
      new Environment("any", "any", "any", 1, Optional.empty(), List.of(), Optional.empty());

  private Trial() {}

  /**
   * Runs as many agents as there are endpoints side by side, and then each alone when asked for.
   */
  static DualRun run(LlmClient client, List<URI> endpoints, boolean solo) {
    var number = sideBySideFirst(endpoints.size());
    var id = new CellId("multi", "structured", MODEL, "known-truth", "defaults");
    var settings = Settings.of(Map.of("tr116.solo", solo ? "every" : "off"));
    return new BlockRunner(
            AgentRuntimes.of(client),
            new PromptWorkload(),
            settings,
            endpoints,
            SCRIPTED,
            "known-truth")
        .run(planned(new RunId(id, number), scenario(endpoints.size())));
  }

  private static PlannedRun planned(RunId id, Scenario scenario) {
    return new PlannedRun(id, scenario, new RunCount(id.number(), id.number()));
  }

  /** The record of a run, read back. */
  static JsonNode record(DualRun run) {
    var record =
        new RunRecord(
            "known-truth",
            run,
            DualRunMetrics.of(run),
            List.of(),
            MACHINE,
            RunRecord.ServedModel.UNKNOWN,
            Map.of(),
            Optional.empty());
    try {
      return new JsonMapper().readTree(MetricsJson.bytes(record));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The order of a block rotates with seed (42) and number. */
  private static int sideBySideFirst(int agents) {
    var parts = agents + 1;
    return 1 + Math.floorMod(1 - 42 - 1, parts);
  }

  private static Scenario scenario(int agents) {
    return Scenario.of(
        "known-truth",
        IntStream.rangeClosed(1, agents)
            .mapToObj(i -> new AgentPlan(role(i), GenerationOptions.SERVER_DEFAULTS))
            .toList());
  }

  private static AgentRole role(int number) {
    return switch (number) {
      case 1 -> AgentRole.COLLECTOR;
      case 2 -> AgentRole.INSIGHT;
      default -> new AgentRole("agent-" + number);
    };
  }
}
