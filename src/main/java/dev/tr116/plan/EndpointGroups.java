package dev.tr116.plan;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers of each shard, as {@code tr116.endpoints} names them: one group for all, or one for
 * each shard, with {@code ;} between the groups.
 *
 * @param groups each as it was written
 */
public record EndpointGroups(List<String> groups) {
  public EndpointGroups {
    groups = List.copyOf(groups);
  }

  /** Reads the text of the property. */
  public static EndpointGroups parse(String text) {
    return new EndpointGroups(Arrays.stream(text.split(";", -1)).map(String::strip).toList());
  }

  /** The servers that some settings may use; all of them where no shard is named. */
  public static String of(Map<String, String> given) {
    var property = Property.ENDPOINTS;
    var text = given.getOrDefault(property.key(), property.standard()).strip();
    var groups = parse(text);
    var shard = Optional.ofNullable(given.get(Property.SHARD.key())).map(String::strip);
    return groups.isOne() || shard.isEmpty() || groups.problem(shard.map(Shard::parse)).isPresent()
        ? text
        : groups.of(shard.map(Shard::parse));
  }

  /** The group of a shard; the first one where there is no shard. */
  String of(Optional<Shard> shard) {
    return groups.get(
        groups.size() == 1 ? 0 : Math.min(shard.map(Shard::index).orElse(1), groups.size()) - 1);
  }

  /** Why these groups do not fit that shard, and what to write instead; nothing when they do. */
  Optional<String> problem(Optional<Shard> shard) {
    if (isOne()) {
      return Optional.empty();
    }
    if (groups.stream().anyMatch(String::isEmpty)) {
      return Optional.of("a group between ';' is empty; write one group of servers for each shard");
    }
    if (shard.isEmpty()) {
      return Optional.of(
          "names "
              + groups.size()
              + " groups of servers, one for each shard; set "
              + Property.SHARD.key()
              + ", or write one group");
    }
    if (groups.size() != shard.get().count()) {
      return Optional.of(
          "names "
              + groups.size()
              + " groups of servers for "
              + shard.get().count()
              + " shards; write one group for each shard, or one for all if the shards run one"
              + " after the other");
    }
    return inTwoGroups()
        .map(server -> server + " stands in two groups; two shards would measure on one server");
  }

  private boolean isOne() {
    return groups.size() == 1;
  }

  private Optional<String> inTwoGroups() {
    var seen = new HashSet<String>();
    return groups.stream()
        .flatMap(
            group ->
                Arrays.stream(group.split(","))
                    .map(server -> server.strip().replaceFirst("/+$", ""))
                    .distinct())
        .filter(server -> !seen.add(server))
        .findFirst();
  }
}
