package dev.tr116.cost;

import dev.tr116.cost.CostInputs.Pair;
import dev.tr116.plan.Model;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns a file of inputs into {@link CostInputs}, collecting everything that is wrong. */
final class CostInputsReader {
  private static final int MOST_INSTANCES = 1_000_000;
  private static final int MOST_YEARS = 100;

  private final InputTexts texts;
  private final List<String> ids;

  private CostInputsReader(String text) {
    this.texts = new InputTexts(text);
    this.ids = texts.list("stacks");
  }

  static CostInputs read(String source, String text) {
    var reader = new CostInputsReader(text);
    var inputs = reader.inputs();
    var problems = reader.texts.problems();
    if (!problems.isEmpty()) {
      throw new CostInputsException(source, problems);
    }
    return inputs;
  }

  private CostInputs inputs() {
    if (ids.isEmpty() || ids.stream().distinct().count() < ids.size() || ids.contains("")) {
      texts.problem("stacks: name each stack once, e.g. stacks=gemma-structured,gemma-python");
    }
    return new CostInputs(
        texts.text("title", "Our estimate of 2026"),
        above0("executions-per-month", "1000000"),
        above0("executions-per-run", "2"),
        texts.number("instance-price-per-month", "50"),
        utilisation(),
        (int) whole("horizon-years", "5", MOST_YEARS),
        known("base", texts.text("base", "gemma-structured")),
        ids.stream().distinct().map(this::stack).toList(),
        texts.list("pairs").stream().map(this::pair).toList(),
        texts.list("what-ifs").stream().map(this::whatIf).toList());
  }

  private Stack stack(String id) {
    var key = "stack." + id + ".";
    return new Stack(
        id,
        texts.text(key + "name", "Gemma + Python"),
        model(texts.text(key + "model", "gemma3")),
        texts.text(key + "runtime", "structured"),
        texts.optional(key + "scenario"),
        instances(key + "instances"),
        development(key + "development."),
        texts.number(key + "monitoring-per-year", "600"),
        texts.number(key + "maintenance-per-year", "2000"),
        texts.optionalNumber(key + "licence-per-year", "0").orElse(0));
  }

  private OptionalInt instances(String key) {
    var text = texts.text(key, "4, or measured");
    return text.isEmpty() || text.equals("measured")
        ? OptionalInt.empty()
        : OptionalInt.of((int) whole(key, "4, or measured", MOST_INSTANCES));
  }

  private Development development(String key) {
    var initial = texts.optionalNumber(key + "initial", "25000");
    var testing = texts.optionalNumber(key + "testing", "7000");
    var deployment = texts.optionalNumber(key + "deployment", "1000");
    var total = texts.optionalNumber(key + "total", "33000");
    if (initial.isEmpty() || testing.isEmpty() || deployment.isEmpty()) {
      if (total.isEmpty()) {
        texts.problem(
            key + "total: is missing; write it, or all of initial, testing and deployment");
      }
      return new Development(initial, testing, deployment, total.orElse(0));
    }
    var sum = initial.getAsDouble() + testing.getAsDouble() + deployment.getAsDouble();
    if (total.isPresent() && total.getAsDouble() != sum) {
      texts.problem(key + "total: is not the sum of its parts; leave it out");
    }
    return new Development(initial, testing, deployment, sum);
  }

  private Pair pair(String text) {
    var sides = text.split("/", -1);
    if (sides.length != 2) {
      texts.problem("pairs=" + text + ": write two stacks, e.g. gemma-rust/gemma-python");
      return new Pair("", "");
    }
    return new Pair(known("pairs", sides[0].strip()), known("pairs", sides[1].strip()));
  }

  private WhatIf whatIf(String id) {
    var key = "what-if." + id + ".";
    var licensed =
        texts.list(key + "licence-models").stream().map(CostInputsReader::model).toList();
    return new WhatIf(
        id,
        texts.text(key + "title", "Instances at half the price"),
        texts.optionalNumber(key + "instance-price-factor", "0.5").orElse(1),
        texts.optionalNumber(key + "development-factor", "2").orElse(1),
        licensed,
        licensed.isEmpty() ? 0 : texts.number(key + "licence-per-year", "10000"));
  }

  private double utilisation() {
    var share = texts.optionalNumber("utilisation", "0.7").orElse(1);
    if (share <= 0 || share > 1) {
      texts.problem("utilisation: is a share of the time, above 0 and at most 1, e.g. 0.7");
    }
    return share;
  }

  private double above0(String key, String example) {
    var value = texts.number(key, example);
    if (value <= 0) {
      texts.problem(key + ": must be above 0, e.g. " + example);
    }
    return value;
  }

  private double whole(String key, String example, int most) {
    var value = texts.number(key, example);
    if (value < 1 || value > most || value != Math.rint(value)) {
      texts.problem(key + ": write a whole number from 1 to " + most + ", e.g. " + example);
      return 1;
    }
    return value;
  }

  private String known(String key, String id) {
    if (!id.isEmpty() && !ids.contains(id)) {
      texts.problem(key + ": " + id + " is no stack; those there are: " + String.join(", ", ids));
    }
    return id;
  }

  private static Model model(String name) {
    return Optional.of(name).filter(text -> !text.isEmpty()).map(Model::named).orElse(NONE);
  }

  /** Stands where the name is missing, which is told. */
  private static final Model NONE = new Model("-");
}
