package dev.tr116.preflight;

import dev.tr116.llm.ModelInfo;
import dev.tr116.llm.ResidentModel;
import dev.tr116.llm.ServerDate;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.telemetry.HostState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Two servers with a model and an agent each, nothing wrong; tests change one thing. */
final class Situation {
  static final URI A = URI.create("http://127.0.0.1:11434");
  static final URI B = URI.create("http://127.0.0.1:11435");
  static final Model GEMMA = Model.named("gemma3");
  static final CellId CELL =
      new CellId("multi", "structured", GEMMA, "chimera-homo", "gpu80_ctx512");
  static final String PINNED = "num_gpu=80,num_ctx=512";

  private static final long FREE = 50_000_000_000L;

  BackendDescription backend =
      new BackendDescription("ollama", Optional.of("0.24.0"), BackendDescription.AS_SERVED);
  List<Demand> demands =
      List.of(demand(AgentRole.COLLECTOR, A, PINNED), demand(AgentRole.INSIGHT, B, PINNED));
  List<Model> fallbacks = List.of();
  Map<URI, String> versions = new HashMap<>(Map.of(A, "0.24.0", B, "0.24.0"));
  Map<URI, ModelInfo> models =
      new HashMap<>(Map.of(A, model("a2af", "Q4_K_M"), B, model("a2af", "Q4_K_M")));
  Map<URI, ServerDate> dates = new HashMap<>();
  Map<URI, String> notPulled = new HashMap<>();
  Map<URI, String> notTold = new HashMap<>();
  List<ResidentModel> inMemory = List.of();
  HostState host = new HostState(OptionalDouble.of(0.5), 8, FREE, List.of());
  Duration clockStep = Duration.ZERO;

  /** What a family says of it, with level, check and server. */
  List<String> look(CheckFamily family) {
    var servers = new ArrayList<ServerFacts>();
    for (var endpoint : List.of(A, B)) {
      var model = Optional.ofNullable(models.get(endpoint));
      servers.add(
          new ServerFacts(
              endpoint,
              Optional.ofNullable(versions.get(endpoint)),
              Optional.of(model.stream().toList()),
              model.map(info -> Map.of(GEMMA, info)).orElse(Map.of()),
              Optional.of(inMemory),
              Optional.ofNullable(dates.get(endpoint)),
              Optional.ofNullable(notTold.get(endpoint)).stream().toList(),
              notPulled.containsKey(endpoint) ? Map.of(GEMMA, notPulled.get(endpoint)) : Map.of()));
    }
    var facts =
        new Facts(
            backend,
            List.of("gemma3:latest", "qwen2.5:7b"),
            demands,
            fallbacks,
            servers,
            Path.of("results"),
            host,
            clockStep);
    return family.look(facts).map(Situation::told).toList();
  }

  Situation standIns() {
    backend = new BackendDescription("embedded", Optional.of("b1"), BackendDescription.STAND_IN);
    return this;
  }

  Situation free(long bytes) {
    host = new HostState(host.load(), host.cores(), bytes, List.of());
    return this;
  }

  static String told(Finding finding) {
    return finding.level()
        + " "
        + finding.check().word()
        + finding.endpoint().map(endpoint -> " :" + endpoint.getPort()).orElse("")
        + " "
        + finding.message();
  }

  static Demand demand(AgentRole role, URI endpoint, String options) {
    return new Demand(CELL, role, endpoint, GenerationOptions.parse(options));
  }

  static ModelInfo model(String digest, String quantization) {
    return new ModelInfo(
        GEMMA.tag(),
        Optional.of(digest),
        OptionalLong.of(3_300_000_000L),
        Optional.of("gemma3"),
        Optional.of("4.3B"),
        Optional.of(quantization),
        OptionalLong.of(8192),
        List.of());
  }

  static ResidentModel resident(String name, long size, long inVram, long context) {
    return new ResidentModel(
        name,
        Optional.of("a2af"),
        OptionalLong.of(size),
        OptionalLong.of(inVram),
        OptionalLong.of(context),
        Optional.empty(),
        Optional.of(Instant.parse("2026-11-22T12:10:00Z")));
  }
}
