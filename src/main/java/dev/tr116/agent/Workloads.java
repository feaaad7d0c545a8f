package dev.tr116.agent;

import dev.tr116.artifacts.FolderScan;
import dev.tr116.plan.Settings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Finds the workload that the settings ask for. */
public final class Workloads {
  /** What Ollama takes for a model without a context length of its own. */
  private static final long STANDARD_CONTEXT = 4096;

  /** Names and figures make shorter tokens than prose. */
  private static final int CHARACTERS_PER_TOKEN = 2;

  /** What a prompt says besides the data. */
  private static final int OWN_TOKENS = 80;

  private static final int LEAST_DATA = 200;
  private static final int MOST_DATA = 3000;

  private Workloads() {}

  /**
   * The workload of a session.
   *
   * @param settings say which
   * @throws dev.tr116.plan.SettingsException when it finds nothing to work on
   */
  public static Workload of(Settings settings) {
    if (!settings.workload().equals("report")) {
      return new PromptWorkload();
    }
    var results = settings.results().toAbsolutePath().normalize();
    var folder = settings.workloadFolder().orElse(results);
    return new ReportWorkload(
        FolderScan.of(folder, notArtifacts(settings, results)), dataCharacters(settings));
  }

  /** The session's own folder, which grows meanwhile, and the pages made from all sessions. */
  private static Set<Path> notArtifacts(Settings settings, Path results) {
    var folders = new HashSet<>(Set.of(results.resolve("report"), results.resolve("history")));
    settings.session().map(results::resolve).ifPresent(folders::add);
    return folders;
  }

  /** One length for all agents, so that about half of the smallest context holds the prompt. */
  static int dataCharacters(Settings settings) {
    var context =
        settings.scenarios().stream()
            .flatMap(scenario -> scenario.agents().stream())
            .map(agent -> agent.options().values().get("num_ctx"))
            .filter(Long.class::isInstance)
            .mapToLong(Long.class::cast)
            .min()
            .orElse(STANDARD_CONTEXT);
    var characters = (context / 2 - OWN_TOKENS) * CHARACTERS_PER_TOKEN;
    return Math.clamp(characters, LEAST_DATA, MOST_DATA);
  }
}
