package dev.tr116.agent;

import dev.tr116.plan.AgentRole;
import dev.tr116.trace.CallTrace;
import java.util.List;
import java.util.Optional;

/** One call per agent: a data inventory from the collector, an analysis from everybody else. */
public final class PromptWorkload implements Workload {
  private static final String COLLECTOR =
      """
      Request %s
      You keep the inventory of a benchmark archive. Write the inventory as bullet points.
      Cover which of the folders reports, csv_data and artifacts hold data, how many Markdown, CSV \
      and JSON files there are and when the newest of each was changed, and which measurements are \
      missing for a fair comparison of models.
      Give figures wherever you can, since another analyst works from them. Write at most 250 words.
      """;

  private static final String INSIGHT =
      """
      Request %s
      You advise a team that serves language models on its own machines. Write an analysis of how \
      their models perform side by side.
      Begin with a summary for the management, then recommend three changes that improve throughput \
      or time to first token without losing quality, and end with a table of risks and what to do \
      about each.
      Write 300-400 words in Markdown.
      """;

  @Override
  public String name() {
    return "prompt";
  }

  @Override
  public Optional<Ask> next(AgentRole role, String nonce, List<CallTrace> calls) {
    if (!calls.isEmpty()) {
      return Optional.empty();
    }
    var text = role.equals(AgentRole.COLLECTOR) ? COLLECTOR : INSIGHT;
    return Optional.of(new Ask(name(), text.formatted(nonce)));
  }
}
