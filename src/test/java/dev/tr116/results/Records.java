package dev.tr116.results;

import dev.tr116.Power;
import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.metrics.Energy;
import dev.tr116.plan.AgentRole;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.slo.SloJudge;
import dev.tr116.telemetry.Environment;
import dev.tr116.telemetry.ServerMemory;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.Calibration;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.Instrument;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Sessions and records of a machine that is always the same. */
final class Records {
  static final Environment MACHINE =
      new Environment(
          "Vendor 25.0.1",
          "Linux 6.1 amd64",
          "A processor",
          8,
          Optional.of(16_000L),
          List.of("A GPU, 1.2, 24564 MiB"),
          Optional.of("0123456789abcdef"));

  /** A machine that tells nothing of what it may keep to itself. */
  static final Environment SILENT_MACHINE =
      new Environment(
          "Vendor 25.0.1",
          "Linux 6.1 amd64",
          "amd64",
          8,
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** A server that went from a model on the CPU to one of 4 GB, a quarter of it on the CPU. */
  static final ServerMemoryAround COLLECTORS_SERVER =
      new ServerMemoryAround(
          Optional.of(
              new ServerMemory(
                  List.of("qwen2.5:7b"), OptionalLong.of(5_000_000_000L), OptionalLong.of(0))),
          Optional.of(
              new ServerMemory(
                  List.of("gemma3:latest"),
                  OptionalLong.of(4_000_000_000L),
                  OptionalLong.of(3_000_000_000L))));

  private Records() {}

  static Session session(Path results, String... given) {
    var properties = new HashMap<>(Map.of("tr116.scenarios", "chimera-homo"));
    for (var i = 0; i < given.length; i += 2) {
      properties.put(given[i], given[i + 1]);
    }
    var settings = Settings.of(properties);
    return new Session(
        "night",
        results.resolve("night"),
        settings,
        Matrix.of(settings),
        Traces.STARTED_AT,
        Traces.OLLAMA,
        MACHINE);
  }

  /** A client that is 0.4 ms off, in a JVM that collected garbage for 2 ms of 3 s. */
  static final Instrument INSTRUMENT =
      new Instrument(
          Optional.of(
              new Calibration(
                  2,
                  300,
                  new Calibration.Errors(400, OptionalDouble.of(900)),
                  new Calibration.Errors(50, OptionalDouble.of(210)))),
          3000,
          2,
          OptionalDouble.of(15));

  static RunRecord of(Traces.RunBuilder run) {
    return of(run.build());
  }

  static RunRecord of(DualRun run) {
    var metrics =
        DualRunMetrics.of(run, Optional.of(INSTRUMENT)).with(Energy.of(run, Power.gpu(100)));
    var judge = new SloJudge(Settings.of(Map.of()).slos(), Optional.empty());
    return new RunRecord(
        "night",
        run,
        metrics,
        judge.judge(metrics),
        MACHINE,
        new ServedModel(Optional.of("sha256:abc"), Optional.of("Q4_K_M")),
        Map.of("collector", Map.of("num_ctx", 512L, "seed", 142L)),
        Optional.of(INSTRUMENT),
        List.of(),
        Map.of(AgentRole.COLLECTOR, COLLECTORS_SERVER),
        Optional.empty());
  }

  static StoredRun stored(Traces.RunBuilder run) {
    return stored(run.build());
  }

  static StoredRun stored(DualRun run) {
    return new StoredRun(
        DualRunMetrics.of(run), run.status(), run.startedAt(), Path.of("metrics.json"));
  }
}
