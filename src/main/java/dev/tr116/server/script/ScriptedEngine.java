package dev.tr116.server.script;

import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.Model;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Servers that infer nothing: each plays one answer on a known schedule, on a device they share.
 *
 * <p>The usual profile, for trying out a test suite without a model: the first token comes after
 * 100 ms; the first server sends 40 tokens, each further server 20 tokens more than the one before.
 * Alone, tokens are 3 ms apart; every other server that decodes at the same moment makes that a
 * quarter longer, up to twice as long. So of two agents the first needs 217 ms alone and 246.25 ms
 * beside the second, the second 277 ms and 306.25 ms: a concurrency speedup of 1.80 and a true
 * speedup of 1.61.
 */
public final class ScriptedEngine implements AutoCloseable {
  private static final Duration FIRST_TOKEN = Duration.ofMillis(100);
  private static final DecodeRate RATE = DecodeRate.of(1000.0 / 3).slowedBy(1.25, 1.5, 1.75, 2.0);
  private static final int FEWEST_TOKENS = 40;
  private static final int MORE_TOKENS = 20;

  private final Profile profile;
  private final List<ScriptedServer> servers = new ArrayList<>();

  private ScriptedEngine(Profile profile) {
    this.profile = profile;
  }

  /**
   * Starts one server for each agent, on free ports, with the usual profile. They remember nothing.
   *
   * @throws UncheckedIOException when no port can be had
   */
  public static ScriptedEngine start(int count, List<Model> models) {
    var engine = start(usual(count), models);
    engine.servers.forEach(ScriptedServer::forgetful);
    return engine;
  }

  /**
   * Starts what the profile needs, on free ports.
   *
   * @throws UncheckedIOException when no port can be had
   */
  public static ScriptedEngine start(Profile profile, List<Model> models) {
    var engine = new ScriptedEngine(profile);
    var gpu = new SharedGpu();
    try {
      for (var answer : profile.oneServer() ? profile.answers().subList(0, 1) : profile.answers()) {
        engine.servers.add(
            ScriptedServer.start(models.toArray(Model[]::new))
                .always(Script.answer().generate(gpu.slot(), answer).done()));
      }
      return engine;
    } catch (UncheckedIOException failed) {
      engine.close();
      throw failed;
    }
  }

  /** The usual profile for so many agents. */
  public static Profile usual(int agents) {
    return new Profile(
        IntStream.range(0, agents)
            .mapToObj(i -> Answer.of(FIRST_TOKEN, FEWEST_TOKENS + i * MORE_TOKENS, RATE))
            .toList(),
        false);
  }

  /** Where to call, one per agent; the same for all when they have one server. */
  public List<URI> endpoints() {
    return IntStream.range(0, profile.answers().size())
        .mapToObj(i -> servers.get(profile.oneServer() ? 0 : i).endpoint())
        .toList();
  }

  /** The servers, one per agent, or one for all. */
  public List<ScriptedServer> servers() {
    return List.copyOf(servers);
  }

  /** What to say wherever figures from here are shown. */
  public BackendDescription description() {
    return new BackendDescription("scripted", Optional.empty(), BackendDescription.NO_WEIGHTS);
  }

  @Override
  public void close() {
    servers.forEach(ScriptedServer::close);
  }
}
