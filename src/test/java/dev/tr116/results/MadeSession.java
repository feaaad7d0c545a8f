package dev.tr116.results;

import dev.tr116.Traces;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.AgentPlan;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.PlannedRun;
import dev.tr116.plan.Settings;
import dev.tr116.results.RunRecord.ServedModel;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.CallTrace;
import dev.tr116.trace.ChunkTimes;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.RunStatus;
import dev.tr116.trace.ServerTimings;
import dev.tr116.trace.Stamps;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Sessions of any plan whose figures are made up from a seed; nothing is measured. */
public final class MadeSession {
  private static final int TOKENS = 40;
  private static final ServedModel SERVED =
      new ServedModel(Optional.of("sha256:abc"), Optional.of("Q4_K_M"));

  /**
   * A session that was made.
   *
   * @param folder where it is
   * @param keeping how long the store took for all of its runs
   */
  public record Made(Path folder, Duration keeping) {}

  private final Session session;
  private long keepingNanos;
  private final SplittableRandom random = new SplittableRandom(7);

  private MadeSession(Session session) {
    this.session = session;
  }

  /**
   * Writes a session that was measured whole.
   *
   * @param results the folder of sessions
   * @param name of the session
   * @param given properties and their values in turn
   * @return its folder
   */
  public static Path write(Path results, String name, String... given) {
    return make(results, name, given).folder();
  }

  /** The same, with what it took. */
  public static Made make(Path results, String name, String... given) {
    return make(results, name, Traces.OLLAMA, Integer.MAX_VALUE, given);
  }

  /** The same, of which only so many runs are recorded. */
  public static Path write(
      Path results, String name, BackendDescription backend, int runs, String... given) {
    return make(results, name, backend, runs, given).folder();
  }

  private static Made make(
      Path results, String name, BackendDescription backend, int runs, String... given) {
    var properties = new HashMap<String, String>();
    for (var i = 0; i < given.length; i += 2) {
      properties.put(given[i], given[i + 1]);
    }
    properties.put("tr116.results", results.toString());
    properties.put("tr116.session", name);
    var settings = Settings.of(properties);
    var matrix = Matrix.of(settings);
    try (var place = SessionPlace.open(settings, matrix)) {
      var session =
          new Session(
              name,
              place.directory(),
              settings,
              matrix,
              Traces.STARTED_AT,
              backend,
              Records.MACHINE);
      var made = new MadeSession(session);
      made.writeTo(place.store(session, model -> SERVED), runs);
      return new Made(place.directory(), Duration.ofNanos(made.keepingNanos));
    }
  }

  private void writeTo(ResultStore store, int runs) {
    var judge = new CellJudge(session.settings(), session.backend());
    session.matrix().runs().stream()
        .limit(runs)
        .forEach(
            planned -> {
              var run = run(planned);
              var metrics = DualRunMetrics.of(run, Optional.of(Records.INSTRUMENT));
              var record =
                  new RunRecord(
                      session.name(),
                      run,
                      metrics,
                      judge.judge(metrics),
                      Records.MACHINE,
                      SERVED,
                      Map.of(),
                      Optional.of(Records.INSTRUMENT),
                      List.of(),
                      Map.of(),
                      Optional.empty());
              var began = System.nanoTime();
              store.keep(record);
              keepingNanos += System.nanoTime() - began;
            });
    for (var cell : session.matrix().cells()) {
      var metrics = store.metricsOf(cell.id());
      if (!metrics.runs().isEmpty()) {
        store.keep(
            judge.verdict(
                metrics,
                cell.runs().size(),
                id -> session.directory().resolve(id.directory()).resolve("metrics.json")));
      }
    }
    store.finish(runs >= session.matrix().runs().size());
  }

  private DualRun run(PlannedRun planned) {
    var asked = planned.scenario().agents();
    var sideBySide = planned.id().cell().isSideBySide();
    var pace = 10 + 2 * Math.floorMod(planned.id().cell().model().tag().hashCode(), 5);
    var beside =
        IntStream.range(0, asked.size())
            .mapToObj(
                i ->
                    agent(
                        planned.id().cell(),
                        asked.get(i),
                        i,
                        pace * (sideBySide ? asked.size() : 1) * 0.8))
            .toList();
    var alone =
        sideBySide
            ? IntStream.range(0, asked.size())
                .mapToObj(i -> agent(planned.id().cell(), asked.get(i), i, pace))
                .toList()
            : List.<AgentRun>of();
    var end = beside.stream().mapToLong(AgentRun::ended).max().orElseThrow();
    return new DualRun(
        planned.id(),
        session.backend(),
        Traces.STARTED_AT.plusSeconds(60L * planned.id().number()),
        Traces.BARRIER,
        end + 200_000,
        beside,
        alone,
        List.of(),
        RunStatus.OK);
  }

  private AgentRun agent(CellId cell, AgentPlan asked, int place, double pace) {
    var first = 100 + 40 * random.nextDouble() + 5 * place;
    var stamps = new long[TOKENS];
    var at = first;
    for (var i = 0; i < TOKENS; i++) {
      stamps[i] = Traces.at(at);
      at += pace * (0.8 + 0.4 * random.nextDouble());
    }
    var closed = stamps[TOKENS - 1] + 1_000_000;
    var call =
        new CallTrace(
            "prompt",
            new Stamps(
                Traces.BARRIER,
                OptionalLong.of(Traces.at(0.1 * place)),
                OptionalLong.of(Traces.at(1)),
                OptionalLong.empty(),
                OptionalLong.of(stamps[0]),
                OptionalLong.of(stamps[TOKENS - 1]),
                OptionalLong.of(closed),
                closed),
            ChunkTimes.of(stamps, TOKENS),
            timings(stamps),
            Optional.of("stop"),
            "an answer of agent " + asked.role(),
            "",
            Optional.empty());
    return new AgentRun(
        asked.role(),
        URI.create("http://127.0.0.1:" + (11434 + place % 2)),
        cell.model(),
        asked.options(),
        List.of(call),
        Traces.at(0),
        closed + 100_000);
  }

  private static ServerTimings timings(long[] stamps) {
    var prefill = stamps[0] - Traces.BARRIER - 5_000_000;
    var decode = stamps[TOKENS - 1] - stamps[0];
    return new ServerTimings(
        OptionalLong.of(prefill + decode + 3_000_000),
        OptionalLong.of(1_000_000),
        OptionalLong.of(150),
        OptionalLong.empty(),
        OptionalLong.of(prefill),
        OptionalLong.of(TOKENS),
        OptionalLong.of(decode));
  }
}
