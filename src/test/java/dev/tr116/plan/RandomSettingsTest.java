package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Settings made at random are taken as they stand, or refused in words. */
class RandomSettingsTest {
  private static final long SEED = 116;
  private static final int MAPS = 4_000;

  private static final String[] VALUES = {
    "",
    " ",
    "auto",
    "off",
    "on",
    "true",
    "false",
    "0",
    "1",
    "5",
    "-1",
    "5..20",
    "20..5",
    "999999999999",
    "1e999",
    "NaN",
    "gemma3",
    "gemma3,qwen2.5",
    "gemma3,gemma3",
    ",",
    ";",
    "a;b",
    "a=b",
    "a=1,b=2",
    "num_gpu=80",
    "num_gpu=40; model=qwen2.5:7b",
    "multi,single,scaling",
    "chimera-homo",
    "structured",
    "exec:python",
    "exec:",
    "http://127.0.0.1:1",
    "http://a,http://b;http://c",
    "http://[::1]:80",
    "http://%",
    "http://a b",
    "1/3",
    "0/0",
    "3/1",
    "5s",
    "250ms",
    "1h",
    "s",
    "95/90",
    "2/1",
    "off/1",
    "../..",
    "/",
    "x\u0000y",
    "\u001b[2J",
    "\ud83e",
    "日本語",
    "gemma3/chimera-homo/2",
    "a/b/c/d",
    "$HOME",
    "%s%n",
    "\\",
    "'\"`"
  };

  @Test
  void everyMapOfPropertiesIsTakenOrRefusedInWords() {
    var taken = 0;
    for (var i = 0; i < MAPS; i++) {
      var given = given(new SplittableRandom(SEED + i));
      if (settings(given).isPresent()) {
        taken++;
      }
    }
    assertThat(taken).isBetween(MAPS / 100, MAPS - MAPS / 100);
  }

  private static Optional<Settings> settings(Map<String, String> given) {
    try {
      var settings = Settings.of(given);
      assertThat(Settings.of(settings.given())).isEqualTo(settings);
      assertThat(settings.command()).startsWith("mvn verify ").contains("-Dtr116.models=");
      return Optional.of(settings);
    } catch (SettingsException refused) {
      assertThat(refused.problems()).isNotEmpty().noneMatch(String::isBlank);
      assertThat(refused.problems())
          .allSatisfy(why -> assertThat(why).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
      return Optional.empty();
    }
  }

  private static Map<String, String> given(SplittableRandom random) {
    var properties = Property.values();
    var given = new HashMap<String, String>();
    for (var i = random.nextInt(4); i > 0; i--) {
      var property = properties[random.nextInt(properties.length)];
      given.put(property.key(), value(property, random));
    }
    if (random.nextInt(20) == 0) {
      given.put("tr116." + VALUES[random.nextInt(VALUES.length)], "1");
    }
    return given;
  }

  private static String value(Property property, SplittableRandom random) {
    var value = VALUES[random.nextInt(VALUES.length)];
    return switch (random.nextInt(4)) {
      case 0 -> property.standard();
      case 1 -> property.standard() + value;
      case 2 -> value + "," + VALUES[random.nextInt(VALUES.length)];
      default -> value;
    };
  }
}
