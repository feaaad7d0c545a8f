package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tr116.plan.Matrix;
import dev.tr116.plan.Settings;
import dev.tr116.plan.Shard;
import java.util.Optional;

/**
 * The plan that a session is all or a part of: what tells shards of one plan from strangers.
 *
 * @param shard which part the session is; empty for all of it
 * @param runs of all shards together
 * @param checksum over the keys of these runs in order
 */
record WholePlan(Optional<String> shard, int runs, String checksum) {
  static WholePlan of(Settings settings) {
    var whole = Matrix.whole(settings);
    return new WholePlan(
        settings.shard().map(Shard::toString), whole.runs().size(), whole.checksum());
  }

  /** The plan a session's file tells; nothing where an older version wrote it. */
  static Optional<WholePlan> read(KeptJson session) {
    if (!session.has("plan")) {
      return Optional.empty();
    }
    var plan = session.object("plan");
    return Optional.of(
        new WholePlan(
            plan.optionalText("shard"), plan.wholeNumber("runs", 1), plan.text("checksum")));
  }

  void write(ObjectNode json) {
    var plan = json.putObject("plan");
    Json.put(plan, "shard", shard);
    plan.put("runs", runs);
    plan.put("checksum", checksum);
  }

  /** Whether a session of the same plan may be joined with this one. */
  boolean isOfTheSamePlanAs(WholePlan other) {
    return checksum.equals(other.checksum);
  }

  @Override
  public String toString() {
    return shard.map(part -> "shard " + part + " of ").orElse("")
        + runs
        + " runs with checksum "
        + checksum.substring(0, Math.min(12, checksum.length()));
  }
}
