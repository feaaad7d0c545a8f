package dev.tr116.report.study;

import dev.tr116.plan.BackendChoice;
import dev.tr116.plan.Model;
import dev.tr116.plan.Settings;
import dev.tr116.plan.ShellWord;
import dev.tr116.results.KeptBlock;
import dev.tr116.results.StoredSession;
import java.util.ArrayList;
import java.util.List;

/** How a session is measured again. */
final class SessionRunbook {
  private SessionRunbook() {}

  static List<String> facts(StoredSession stored) {
    var session = stored.session();
    var facts = new ArrayList<String>();
    facts.add("Measured on: " + session.backend().phrase() + ".");
    facts.add("Commit: " + session.environment().git().orElse("not known") + ".");
    facts.add(
        "Version of tr116: "
            + stored.notes().version().orElse("not told, it ran from its classes")
            + ".");
    facts.add("Plan: " + session.matrix().checksum() + " (SHA-256 over the keys of its runs).");
    stored.cells().stream()
        .flatMap(cell -> cell.runs().stream().limit(1))
        .map(KeptBlock::kept)
        .flatMap(run -> run.agents().stream())
        .map(agent -> agent.role() + " asks " + agent.endpoint() + ".")
        .distinct()
        .forEach(facts::add);
    facts.add("This report is written again from the stored records alone, by the last command.");
    return facts;
  }

  static List<String> commands(Settings settings) {
    var commands = new ArrayList<String>();
    if (settings.backend() == BackendChoice.OLLAMA || settings.backend() == BackendChoice.AUTO) {
      settings.models().stream()
          .map(Model::tag)
          .map(tag -> "ollama pull " + ShellWord.of(tag))
          .forEach(commands::add);
    }
    commands.add(settings.command());
    commands.add("tr116 report SESSION");
    return commands;
  }
}
