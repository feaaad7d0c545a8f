package dev.tr116.preflight;

import dev.tr116.llm.ResidentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the servers loaded a model as the agents asked, by what they have in memory. */
final class LoadedChecks {
  private final Demand demand;
  private final ResidentModel model;
  private final boolean realServer;
  private final List<Finding> findings = new ArrayList<>();

  private LoadedChecks(Demand demand, ResidentModel model, boolean realServer) {
    this.demand = demand;
    this.model = model;
    this.realServer = realServer;
  }

  /**
   * What is to be told of one agent's model after the warm-up.
   *
   * @param inMemory what the agent's server has in memory
   * @param realServer whether what it says of GPU memory is worth something
   */
  static List<Finding> look(Demand demand, List<ResidentModel> inMemory, boolean realServer) {
    var resident = find(demand, inMemory);
    if (resident.isEmpty()) {
      return List.of(
          Finding.warning(
              Check.MEMORY,
              demand.endpoint(),
              demand.model().tag()
                  + " is not in memory after the warm-up of "
                  + demand.cell().displayName()
                  + ", so each call may load it; see tr116.keep-alive"));
    }
    var checks = new LoadedChecks(demand, resident.get(), realServer);
    checks.context();
    checks.memory();
    return checks.findings;
  }

  static Optional<ResidentModel> find(Demand demand, List<ResidentModel> inMemory) {
    return inMemory.stream().filter(model -> model.name().equals(demand.model().tag())).findFirst();
  }

  private void context() {
    var subject =
        demand.model().tag() + " of " + demand.role() + " in " + demand.cell().shortName();
    if (demand.context().isEmpty()) {
      model
          .contextLength()
          .ifPresent(
              given ->
                  info(subject + " has room for " + given + " tokens, by the server's choice"));
      return;
    }
    var asked = demand.context().getAsLong();
    if (model.contextLength().isEmpty()) {
      info(subject + ": the server does not tell whether it has num_ctx=" + asked);
      return;
    }
    var given = model.contextLength().getAsLong();
    if (given == asked) {
      info(subject + " has num_ctx=" + asked + " as asked");
    } else if (asked > 0 && given > asked && given % asked == 0) {
      info(
          subject
              + " has room for "
              + given
              + " tokens, "
              + given / asked
              + " x num_ctx="
              + asked
              + ": the server keeps it for calls in parallel");
    } else {
      findings.add(
          Finding.warning(
              Check.CONTEXT,
              demand.endpoint(),
              subject
                  + " was asked for num_ctx="
                  + asked
                  + " and has room for "
                  + given
                  + " tokens: what is measured is not what was asked for; see the server's log for"
                  + " why"));
    }
  }

  private void info(String message) {
    findings.add(Finding.info(Check.CONTEXT, demand.endpoint(), message));
  }

  private void memory() {
    var onCpu = model.percentOnCpu().orElse(0);
    if (!realServer || onCpu == 0 || demand.layers().orElse(1) == 0) {
      return;
    }
    var wish =
        demand.layers().isPresent() ? " although num_gpu=" + demand.layers().getAsLong() : "";
    findings.add(
        Finding.warning(
            Check.MEMORY,
            demand.endpoint(),
            model.sizeVramBytes().orElseThrow() == 0
                ? demand.model().tag()
                    + " has nothing in GPU memory"
                    + wish
                    + ": it runs on the CPU; see the server's log for the GPU it found"
                : String.format(
                    Locale.ROOT,
                    "%.0f %% of %s are in main memory%s: the CPU works, too; free GPU memory, or"
                        + " ask for a smaller context, fewer layers or a smaller model",
                    onCpu,
                    demand.model().tag(),
                    wish)));
  }
}
