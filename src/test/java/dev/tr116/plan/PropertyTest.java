package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PropertyTest {
  @ParameterizedTest
  @EnumSource
  void writesItsDefaultAsAUserWould(Property property) {
    var settings = Settings.of(Map.of(property.key(), property.standard()));

    assertThat(settings).usingRecursiveComparison().ignoringFields("given").isEqualTo(standard());
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsKey(Property property) {
    var found = Property.ofKey(property.key());

    assertThat(found).contains(property);
    assertThat(property.key()).matches("tr116(\\.[a-z]+2?(-[a-z]+)*)+");
  }

  @ParameterizedTest
  @EnumSource
  void isExplainedInOneLine(Property property) {
    assertThat(property.meaning()).isNotBlank().doesNotContain("\n", "|");
  }

  @Test
  void sharesNoKeyWithALimit() {
    var limits = Arrays.stream(SloMetric.values()).map(SloMetric::key);

    assertThat(limits).doesNotHaveDuplicates().noneMatch(key -> Property.ofKey(key).isPresent());
  }

  private static Settings standard() {
    return Settings.of(Map.of());
  }
}
