package dev.tr116.results;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.CellId;
import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.RunId;
import dev.tr116.results.KeptRun.Figures;
import dev.tr116.results.KeptRun.KeptAgent;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.telemetry.ServerMemoryAround;
import dev.tr116.trace.FallbackTaken;
import dev.tr116.trace.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a {@code metrics.json}. */
final class KeptRunReader {
  private KeptRunReader() {}

  /**
   * The run in a file.
   *
   * @param session the folder of its session
   * @throws UnreadableRecordException when the file is no such record, or stands where another run
   *     belongs
   */
  static KeptRun read(Path session, Path file) {
    return read(session, KeptJson.read(file), Optional.empty());
  }

  /**
   * The run in a record that may stand elsewhere than in that run's folder.
   *
   * @throws UnreadableRecordException when the file is no such record, or tells of another run
   */
  static KeptRun read(Path session, KeptJson json, RunId expected) {
    return read(session, json, Optional.of(expected));
  }

  private static KeptRun read(Path session, KeptJson json, Optional<RunId> expected) {
    var agents = json.objects("agents").stream().map(KeptRunReader::agent).toList();
    if (agents.isEmpty()) {
      throw json.wrong("agents", "names no agent");
    }
    var environment = json.object("environment");
    var fallback = json.optionalObject("fallback").map(FallbackJson::read);
    return new KeptRun(
        id(session, json, asked(agents, fallback), expected),
        json.text("definitions"),
        json.instant("started_at"),
        json.parsed("status", KeptRunReader::status),
        BackendJson.read(json.object("backend")),
        agents,
        figures(json.object("summary")),
        EnvironmentJson.readMachine(environment),
        environment.text("fingerprint"),
        new ServedModel(
            environment.optionalText("model_digest"), environment.optionalText("quantization")),
        fallback,
        json.file());
  }

  /** The options of the cell's identity: what was asked for, whatever was measured instead. */
  private static GenerationOptions asked(List<KeptAgent> agents, Optional<FallbackTaken> fallback) {
    return fallback
        .map(taken -> taken.attempted().agents().getLast().options())
        .orElseGet(() -> agents.getLast().options());
  }

  private static RunId id(
      Path session, KeptJson json, GenerationOptions options, Optional<RunId> expected) {
    var cell =
        new CellId(
            json.text("suite"),
            json.text("runtime"),
            json.parsed("model", Model::new),
            json.text("scenario"),
            json.has("options") ? json.text("options") : options.label());
    var id = new RunId(cell, json.wholeNumber("run_number", 1));
    if (expected.isPresent()) {
      if (!isSame(expected.get(), id)) {
        throw new UnreadableRecordException(
            json.file(), "tells of " + id.key() + " instead of " + expected.get().key());
      }
      return expected.get();
    }
    var folder = session.relativize(json.file().getParent());
    if (!folder.equals(id.directory())) {
      throw new UnreadableRecordException(
          json.file(), "tells of " + id.key() + ", which belongs in " + id.directory());
    }
    return id;
  }

  /** The label of the options is not in the record; the options themselves are. */
  private static boolean isSame(RunId one, RunId other) {
    return one.number() == other.number()
        && one.cell().suite().equals(other.cell().suite())
        && one.cell().runtime().equals(other.cell().runtime())
        && one.cell().model().equals(other.cell().model())
        && one.cell().scenario().equals(other.cell().scenario());
  }

  private static RunStatus status(String word) {
    return Arrays.stream(RunStatus.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no run ends so"));
  }

  private static KeptAgent agent(KeptJson json) {
    return new KeptAgent(
        json.parsed("role", AgentRole::new),
        json.parsed("endpoint", URI::create),
        new GenerationOptions(json.object("options").values()),
        new GenerationOptions(json.object("sent_options").values()),
        json.figure("wall_ms"),
        json.figure("solo_wall_ms"),
        json.figure("ttft_ms"),
        json.figure("decode_rate_tok_s"),
        json.optionalObject("server_memory")
            .map(EnergyJson::readMemory)
            .orElse(ServerMemoryAround.UNKNOWN));
  }

  private static Figures figures(KeptJson json) {
    return new Figures(
        json.figure("concurrent_wall_time_ms"),
        json.figure("concurrency_speedup"),
        json.figure("efficiency_percent"),
        json.figure("true_speedup"),
        json.figure("true_efficiency_percent"));
  }
}
