package dev.tr116.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A session whose processes are killed one after the other, at random moments of its life, until
 * one may complete it. After each kill its folder is looked through.
 */
final class KilledSession {
  private static final String NAME = "night";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** From the start of a JVM to its first run, and from its last run to its end; about. */
  private static final int LONG_MS = 3000;

  /** A run and some more. */
  private static final int SHORT_MS = 400;

  private final Path folder;
  private final URI server;
  private final KilledSessionFiles undisturbed;
  private final KilledSessionFiles files;
  private final long seed;
  private final Random random;
  private final List<String> history = new ArrayList<>();

  /**
   * Where to measure and what to compare with.
   *
   * @param undisturbed the same session, which nobody killed
   */
  KilledSession(Path folder, URI server, KilledSessionFiles undisturbed, long seed) {
    this.folder = folder;
    this.server = server;
    this.undisturbed = undisturbed;
    this.files = new KilledSessionFiles(folder.resolve("results").resolve(NAME));
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** The part of a session's life in which it is killed. */
  enum Moment {
    /** Before its first run, or in one of the first. */
    START,
    MIDDLE,
    /** After its last run: second times of outliers, summaries, manifest, pages. */
    END
  }

  /** Starts it and kills it; whether it had not ended before. */
  boolean kill(Moment moment) throws Exception {
    var before = files.ofFinishedRuns();
    var recorded = before.keySet().stream().filter(KilledSessionFiles::isFirstRecord).count();
    var process = start();
    boolean killed;
    try {
      await(moment, process);
      killed = process.isAlive();
    } finally {
      process.destroyForcibly().waitFor();
    }
    history.add(moment + (killed ? ": killed after " : ": ended with ") + files.records().size());
    if (!killed) {
      assertThat(process.exitValue()).as(told()).isZero();
    }
    checkAfter(before);
    checkWhatItSaidOf(recorded);
    return killed;
  }

  /** Lets it come to its end, and holds that against the session that nobody killed. */
  void complete() throws Exception {
    var before = files.ofFinishedRuns();
    var process = start();
    try {
      assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
          .as("it ends; " + told())
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(told()).isZero();
    checkAfter(before);
    files.requireCompletedAs(undisturbed, told());
  }

  /** What became of its processes, in order. */
  List<String> history() {
    return List.copyOf(history);
  }

  private void checkAfter(Map<Path, String> before) throws IOException {
    assertThat(files.ofFinishedRuns())
        .as("files of runs that were finished; " + told())
        .containsAllEntriesOf(before);
    files.requireWhole(told());
  }

  private void checkWhatItSaidOf(long recorded) throws IOException {
    var said = Files.readString(log());
    assertThat(said).as(told()).doesNotContain("measured again");
    if (said.contains("goes on: ")) {
      assertThat(said).as(told()).contains("goes on: " + recorded + " run");
    }
  }

  private void await(Moment moment, Process process) throws InterruptedException {
    var planned = undisturbed.records();
    var recorded = files.records().size();
    switch (moment) {
      case START -> sleep(process, LONG_MS);
      case MIDDLE -> {
        var left = Math.max(1, planned.size() - recorded);
        awaitRecords(recorded + 1 + random.nextInt((left + 1) / 2), planned, process);
        sleep(process, SHORT_MS);
      }
      case END -> {
        awaitRecords(planned.size(), planned, process);
        sleep(process, LONG_MS);
      }
    }
  }

  private void awaitRecords(int number, List<Path> planned, Process process)
      throws InterruptedException {
    var deadline = System.nanoTime() + LONGEST.toNanos();
    while (process.isAlive() && recorded(planned) < Math.min(number, planned.size())) {
      assertThat(System.nanoTime()).as("it goes on; " + told()).isLessThan(deadline);
      Thread.sleep(2);
    }
  }

  private long recorded(List<Path> planned) {
    return planned.stream().filter(file -> Files.exists(files.folder().resolve(file))).count();
  }

  private void sleep(Process process, int longest) throws InterruptedException {
    var _ = process.waitFor(random.nextInt(longest * 1000), TimeUnit.MICROSECONDS);
  }

  /** What to say when something is wrong. */
  private String told() {
    try {
      return "seed %d; life: %s; its last process said:%n%s"
          .formatted(seed, history, Files.exists(log()) ? Files.readString(log()) : "nothing");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private Path log() {
    return folder.resolve("session.log");
  }

  private Process start() throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-preview",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dallure.results.directory=" + folder.resolve("allure"),
            "-Dtr116.results=" + folder.resolve("results"),
            "-Dtr116.session=" + NAME,
            "-Dtr116.endpoints=" + server + "," + server,
            "-Dtr116.calibration=off",
            "-Dtr116.power=off",
            "-cp",
            classPath,
            "dev.tr116.scaleout.RunBenchmark",
            ManyShortRuns.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start();
  }

  /** Long enough to be killed in the middle, each run short enough for many of them. */
  @AgentBenchmark(
      models = "gemma3",
      scenarios = {"baseline-vs-chimera", "chimera-homo"},
      runs = 5,
      properties = {"warmup=0", "rerun=outliers", "slo.enforce=false"})
  static class ManyShortRuns {
    @DualAgentTest
    void run() {}
  }
}
