package dev.tr116.preflight;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the options that load a model anew are pinned, and alike for agents of one server. */
final class OptionChecks implements CheckFamily {
  private static final List<String> TO_PIN = List.of("num_ctx", "num_gpu");

  @Override
  public Stream<Finding> look(Facts facts) {
    if (!facts.haveModels()) {
      return Stream.empty();
    }
    var cells = facts.demands().stream().collect(Collectors.groupingBy(Demand::cell));
    return Stream.concat(
        cells.values().stream().flatMap(cell -> quarrels(facts, cell)).distinct(),
        facts.areReal()
            ? facts.demands().stream().flatMap(demand -> unpinned(demand).stream()).distinct()
            : Stream.empty());
  }

  private static Stream<Finding> quarrels(Facts facts, List<Demand> cell) {
    var found = new ArrayList<Finding>();
    for (var i = 0; i < cell.size(); i++) {
      for (var other : cell.subList(i + 1, cell.size())) {
        var one = cell.get(i);
        if (one.endpoint().equals(other.endpoint())) {
          quarrel(facts, one, other).ifPresent(found::add);
        }
      }
    }
    return found.stream();
  }

  /** Agents one after the other have their loads apart from what is measured. */
  private static Optional<Finding> quarrel(Facts facts, Demand one, Demand other) {
    var differing = differing(one.loading(), other.loading());
    if (differing.isEmpty() || !one.cell().isSideBySide()) {
      return Optional.empty();
    }
    var message =
        one.role()
            + " and "
            + other.role()
            + " share "
            + one.endpoint()
            + " in "
            + one.cell().shortName()
            + " and ask for different "
            + differing
            + ", so that each call loads the model anew; give each a server of its own, or the"
            + " same options";
    return Optional.of(finding(facts, one, message));
  }

  private static Finding finding(Facts facts, Demand demand, String message) {
    var stops = facts.areReal();
    URI endpoint = demand.endpoint();
    return stops
        ? Finding.error(Check.OPTIONS, endpoint, message)
        : Finding.warning(Check.OPTIONS, endpoint, message);
  }

  /** E.g. {@code num_ctx (512, server default)}; empty when there is no difference. */
  static String differing(Map<String, Object> one, Map<String, Object> other) {
    var names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(one.get(name), other.get(name)))
        .map(name -> name + " (" + value(one, name) + ", " + value(other, name) + ")")
        .collect(Collectors.joining(", "));
  }

  static String value(Map<String, Object> options, String name) {
    return options.containsKey(name) ? String.valueOf(options.get(name)) : "server default";
  }

  private static Optional<Finding> unpinned(Demand demand) {
    var open =
        TO_PIN.stream()
            .filter(option -> !demand.options().values().containsKey(option))
            .collect(Collectors.joining(" and "));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.info(
                Check.OPTIONS,
                demand.endpoint(),
                open
                    + " of "
                    + demand.role()
                    + " in "
                    + demand.cell().shortName()
                    + " is not pinned: the server decides, and may decide otherwise next time"));
  }
}
