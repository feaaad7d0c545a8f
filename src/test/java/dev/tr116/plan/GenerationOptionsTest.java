package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationOptionsTest {
  @Test
  void readEachValueInItsOwnType() {
    var options =
        GenerationOptions.parse(
            " num_gpu = 80 , temperature=1.0,low_vram=true,numa=false,top_p=.5,x=-2,y=1e-3,z=abc,");

    assertThat(options.values())
        .containsExactly(
            entry("num_gpu", 80L),
            entry("temperature", 1.0),
            entry("low_vram", true),
            entry("numa", false),
            entry("top_p", 0.5),
            entry("x", -2L),
            entry("y", 0.001),
            entry("z", "abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , "})
  void areTheServersOwnWhenNothingIsWritten(String text) {
    assertThat(GenerationOptions.parse(text)).isEqualTo(GenerationOptions.SERVER_DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"num_gpu", "=80", "num_gpu=", "Num_Gpu=80", "num gpu=80", "80"})
  void refuseWhatIsNoOption(String text) {
    assertThatThrownBy(() -> GenerationOptions.parse("num_ctx=1," + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'%s' is no option; write name=value, e.g. num_ctx=512", text);
  }

  @Test
  void refuseAnOptionThatIsGivenTwice() {
    assertThatThrownBy(() -> GenerationOptions.parse("num_ctx=1,num_ctx=1"))
        .hasMessage("option num_ctx is given twice; write it once");
  }

  @Test
  void refuseANumberThatNoJsonCanHold() {
    assertThatThrownBy(() -> GenerationOptions.parse("top_p=-1e999"))
        .hasMessage("'top_p=-1e999' is beyond every number; write a smaller one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_gpu=80,num_ctx=512,temperature=1.0 | gpu80_ctx512_temp10",
        "num_gpu=60,num_ctx=1024,temperature=0.8 | gpu60_ctx1024_temp08",
        "num_ctx=512,num_gpu=80 | ctx512_gpu80",
        "num_predict=64 | num-predict64",
        "'' | defaults"
      })
  void areLabelledAsTr116LabelsItsFolders(String text, String label) {
    assertThat(GenerationOptions.parse(text).label()).isEqualTo(label);
  }

  @Test
  void haveALabelThatStaysInItsFolder() {
    var label = GenerationOptions.parse("stop=../../x").label();

    assertThat(label).matches("stop_+x_[0-9a-f]{8}").doesNotContain("/", "..");
  }

  @Test
  void replaceOrAddOneValue() {
    var options = GenerationOptions.parse("num_ctx=512");

    var more = options.with("seed", 7L).with("num_ctx", 1024L);

    assertThat(more).hasToString("num_ctx=1024,seed=7");
    assertThat(options).hasToString("num_ctx=512");
    assertThat(GenerationOptions.SERVER_DEFAULTS).hasToString("server defaults");
  }

  @Test
  void areNotChangedByWhoeverMadeThem() {
    var values = new LinkedHashMap<String, Object>(Map.of("num_ctx", 512L));
    var options = new GenerationOptions(values);

    values.put("num_gpu", 80L);

    assertThat(options).hasToString("num_ctx=512");
  }
}
