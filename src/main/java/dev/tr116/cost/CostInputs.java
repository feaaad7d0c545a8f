package dev.tr116.cost;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What running agents is assumed to cost; {@link CostModel} uses these inputs and nothing else. US
 * dollars.
 *
 * @param title whose assumptions these are
 * @param executionsPerMonth how many agents do their work in a month
 * @param executionsPerRun how many of them run side by side
 * @param instancePricePerMonth of one instance
 * @param utilisation share of a month in which an instance is at work, above 0, at most 1; counts
 *     where instances follow from measured times
 * @param horizonYears over which total costs are compared
 * @param base the id of the stack that premiums are taken against
 * @param stacks at least one
 * @param pairs which stacks are compared for when the first pays off
 * @param whatIfs changes of the inputs
 */
public record CostInputs(
    String title,
    double executionsPerMonth,
    double executionsPerRun,
    double instancePricePerMonth,
    double utilisation,
    int horizonYears,
    String base,
    List<Stack> stacks,
    List<Pair> pairs,
    List<WhatIf> whatIfs) {
  private static final String OF_TR116 = "tr116.properties";
  private static final String TEMPLATE = "template.properties";

  public CostInputs {
    stacks = List.copyOf(stacks);
    pairs = List.copyOf(pairs);
    whatIfs = List.copyOf(whatIfs);
  }

  /**
   * Two stacks of which one may be chosen before anything is built.
   *
   * @param stack the id of the one that may pay off
   * @param other the id of the one it is held against
   */
  public record Pair(String stack, String other) {}

  /** The assumptions of TR116, sections 8.2 to 8.5. */
  public static CostInputs ofTr116() {
    return CostInputsReader.read(OF_TR116, resource(OF_TR116));
  }

  /** A file of inputs to fill in, with every key explained. */
  public static String template() {
    return resource(TEMPLATE);
  }

  /**
   * The inputs in a file.
   *
   * @throws CostInputsException naming everything that is wrong, all at once
   * @throws IOException when the file cannot be read
   */
  public static CostInputs read(Path file) throws IOException {
    return CostInputsReader.read(file.toString(), Files.readString(file));
  }

  /** The stack with that id. */
  public Optional<Stack> stack(String id) {
    return stacks.stream().filter(stack -> stack.id().equals(id)).findFirst();
  }

  static String resource(String name) {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(CostInputs.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      return in.readAllAsString();
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " in the jar cannot be read", broken);
    }
  }
}
