package dev.tr116.junit;

import dev.tr116.junit.KilledSession.ManyShortRuns;
import dev.tr116.junit.KilledSession.Moment;
import dev.tr116.plan.Model;
import dev.tr116.plan.Property;
import dev.tr116.server.script.Script;
import dev.tr116.server.script.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sessions that are killed, on a server that outlives them, beside one that nobody killed. */
final class KillTrials implements AutoCloseable {
  private final Path folder;
  private final KilledSessionFiles undisturbed;
  private final List<String> told = new ArrayList<>();
  private final ScriptedServer server =
      ScriptedServer.start(Model.named("gemma3"))
          .always(Script.answer(Duration.ofMillis(10), 10, Duration.ofMillis(1)));

  /** Starts the server and measures what others are compared with. */
  KillTrials(Path folder, BenchmarkLaunch launch) {
    this.folder = folder;
    this.undisturbed = new KilledSessionFiles(folder.resolve("undisturbed/night"));
    launch.set(Property.ENDPOINTS, server.endpoint() + "," + server.endpoint());
    launch.set(Property.RESULTS, folder.resolve("undisturbed"));
    launch.set(Property.SESSION, "night");
    launch.run(ManyShortRuns.class).testEvents().assertStatistics(runs -> runs.succeeded(10));
  }

  /**
   * Kills one session at these moments, or fewer where it ends before, and lets it complete.
   *
   * @return how often it was killed
   */
  int one(List<Moment> moments, long seed) throws Exception {
    var place = Files.createDirectory(folder.resolve("seed-" + seed));
    var session = new KilledSession(place, server.endpoint(), undisturbed, seed);
    var kills = 0;
    for (var moment : moments) {
      if (!session.kill(moment)) {
        break;
      }
      kills++;
    }
    session.complete();
    told.add("seed " + seed + ": " + session.history());
    return kills;
  }

  /** The lives of the sessions that are complete. */
  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public void close() {
    server.close();
  }
}
