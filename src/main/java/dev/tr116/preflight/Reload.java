package dev.tr116.preflight;

import dev.tr116.llm.ResidentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A model that was loaded while a run was measured.
 *
 * @param agent whose call paid for it
 * @param sharing the other agents of its cell on the same server
 * @param previous who used the server before this run; empty when nobody did in this session
 * @param earlier what was in memory after that; empty when it was not asked
 * @param before what was in memory before the run
 * @param after what was in memory after the run
 */
record Reload(
    Demand agent,
    List<Demand> sharing,
    List<Demand> previous,
    Optional<Sight> earlier,
    Sight before,
    Sight after) {

  /** Why, for people. */
  String cause() {
    return Stream.<Supplier<Optional<String>>>of(
            this::otherWeights,
            this::sharedOptions,
            this::otherOptions,
            this::notThere,
            this::otherContext,
            this::otherModel,
            this::expired,
            this::silence)
        .flatMap(reason -> reason.get().stream())
        .findFirst()
        .orElse(
            "unknown cause: the server had it in memory before and after, with the same weights"
                + " and context; see the server's log");
  }

  /** Whether what is in memory changed although no call says that it was loaded. */
  boolean isSeen() {
    return otherWeights().isPresent() || otherContext().isPresent();
  }

  private Optional<String> otherWeights() {
    var then = before.of(agent).or(() -> earlier.flatMap(sight -> sight.of(agent)));
    return changed(
            then.flatMap(ResidentModel::digest), after.of(agent).flatMap(ResidentModel::digest))
        .map(
            pair ->
                "other weights came under its name: digest "
                    + ModelChecks.shortened(pair.getFirst())
                    + " -> "
                    + ModelChecks.shortened(pair.getLast()));
  }

  private Optional<String> sharedOptions() {
    return options(sharing, other -> other.role() + " before, " + agent.role() + " now");
  }

  private Optional<String> otherOptions() {
    return options(
        previous,
        other ->
            other.role()
                + " of "
                + other.cell().displayName()
                + " before, "
                + agent.role()
                + " of "
                + agent.cell().displayName()
                + " now");
  }

  private Optional<String> options(List<Demand> others, Function<Demand, String> who) {
    return others.stream()
        .filter(other -> other.model().equals(agent.model()))
        .filter(other -> !other.loading().equals(agent.loading()))
        .map(other -> changes(other) + " (" + who.apply(other) + ")")
        .findFirst();
  }

  private String changes(Demand other) {
    var changes = new ArrayList<String>();
    var names = new TreeSet<>(other.loading().keySet());
    names.addAll(agent.loading().keySet());
    for (var name : names) {
      var then = OptionChecks.value(other.loading(), name);
      var now = OptionChecks.value(agent.loading(), name);
      if (!then.equals(now)) {
        changes.add(name + " " + then + " -> " + now);
      }
    }
    return String.join(", ", changes);
  }

  private Optional<String> notThere() {
    if (before.models().isEmpty() || before.of(agent).isPresent()) {
      return Optional.empty();
    }
    var others = before.besides(agent);
    if (!others.isEmpty()) {
      return Optional.of(
          "another model was in memory before the run: " + String.join(", ", others));
    }
    var last = earlier.flatMap(sight -> sight.of(agent));
    var expiry = last.flatMap(ResidentModel::expiresAt);
    if (expiry.filter(moment -> !moment.isAfter(before.at())).isPresent()) {
      return Optional.of("keep_alive ran out at " + expiry.get() + ", before the run");
    }
    return Optional.of(
        last.isPresent()
            ? "the server had put it out of memory before the run, before its keep_alive was over;"
                + " unknown cause: see the server's log"
            : "it was not in memory before the run; see tr116.warmup and tr116.keep-alive");
  }

  private Optional<String> otherContext() {
    return changed(context(before), context(after))
        .map(
            pair ->
                "its context changed from "
                    + pair.getFirst()
                    + " to "
                    + pair.getLast()
                    + " tokens, which no agent of this run asked for: another client uses the"
                    + " server");
  }

  private Optional<Long> context(Sight sight) {
    return sight.of(agent).stream()
        .flatMapToLong(model -> model.contextLength().stream())
        .boxed()
        .findFirst();
  }

  private Optional<String> otherModel() {
    var came =
        after.besides(agent).stream()
            .filter(name -> !before.besides(agent).contains(name))
            .toList();
    return before.models().isEmpty() || came.isEmpty()
        ? Optional.empty()
        : Optional.of("another model was loaded in between: " + String.join(", ", came));
  }

  private Optional<String> expired() {
    return before
        .of(agent)
        .flatMap(ResidentModel::expiresAt)
        .filter(moment -> moment.isBefore(after.at()))
        .map(moment -> "keep_alive ran out at " + moment + ", during the run");
  }

  private Optional<String> silence() {
    return before
        .notTold()
        .or(after::notTold)
        .map(
            reason ->
                "unknown cause: the server does not tell what it has in memory (" + reason + ")");
  }

  private static <T> Optional<List<T>> changed(Optional<T> then, Optional<T> now) {
    return then.isPresent() && now.isPresent() && !then.get().equals(now.get())
        ? Optional.of(List.of(then.get(), now.get()))
        : Optional.empty();
  }
}
