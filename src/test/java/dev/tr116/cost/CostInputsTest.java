package dev.tr116.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostInputsTest {
  @TempDir private Path folder;

  @Test
  void theTemplateCanBeUsedAsItIs() throws IOException {
    var file = Files.writeString(folder.resolve("mine.properties"), CostInputs.template());

    var inputs = CostInputs.read(file);

    assertThat(inputs.stacks()).extracting(Stack::name).hasSize(2);
    assertThat(inputs.stack("gemma-structured").orElseThrow().instances()).isEmpty();
    assertThat(inputs.stack("gemma-python").orElseThrow().instances()).hasValue(3);
    assertThat(inputs.whatIfs()).hasSize(1);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("mine.properties"),
            CostInputs.template()
                .replace("instance-price-per-month = 400", "instance-price-per-month = $400")
                .replace("horizon-years = 3", "horizon-years = 2.5")
                .replace("base = gemma-structured", "base = gemma-rust")
                .replace("utilisation = 0.5", "utilisation = 50")
                .replace("stack.gemma-python.model = gemma3", "")
                .replace("development.total = 18000", "developement.total = 18000")
                .replace("pairs = gemma-structured/", "pairs = ")
                .concat("title = Another\n"));

    assertThatThrownBy(() -> CostInputs.read(file))
        .isInstanceOf(CostInputsException.class)
        .hasMessageStartingWith(file + " cannot be used; 9 inputs are wrong:\n")
        .hasMessageContaining("title: stands twice; leave one")
        .hasMessageContaining("instance-price-per-month=$400: write a plain number, e.g. 50")
        .hasMessageContaining("horizon-years: write a whole number from 1 to 100, e.g. 5")
        .hasMessageContaining(
            "base: gemma-rust is no stack; those there are: gemma-structured, gemma-python")
        .hasMessageContaining("utilisation: is a share of the time, above 0 and at most 1")
        .hasMessageContaining("stack.gemma-python.model: is missing; write e.g.")
        .hasMessageContaining("stack.gemma-python.development.total: is missing; write it, or all")
        .hasMessageContaining("pairs=gemma-python: write two stacks")
        .hasMessageContaining("stack.gemma-python.developement.total: is no input");
  }

  @Test
  void refusesATotalThatIsNotTheSumOfItsParts() {
    var text = CostInputs.template() + "stack.gemma-structured.development.total = 1\n";

    assertThatThrownBy(() -> CostInputsReader.read("mine", text))
        .hasMessageContaining("is not the sum of its parts; leave it out");
  }

  @Test
  void showsNamesOfUsersAsTheyAre() {
    var inputs =
        CostInputsReader.read(
            "mine", CostInputs.template().replace("Gemma + Python", "<b>a|b</b> `x`"));

    var text = CostMarkdown.of(CostModel.of(inputs), 2);

    assertThat(text).contains("&lt;b>a\\|b&lt;/b> \\`x\\`").doesNotContain("<b>");
  }
}
