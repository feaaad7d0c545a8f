package dev.tr116.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tr116.plan.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private final JsonNode board = read();

  @Test
  void hasAPanelForEveryGauge() {
    assertThat(board.get("panels"))
        .extracting(panel -> panel.get("title").textValue())
        .containsExactlyElementsOf(Arrays.stream(Gauge.values()).map(Gauge::metricName).toList());
    assertThat(board.get("panels"))
        .allSatisfy(
            panel ->
                assertThat(panel.get("targets").get(0).get("expr").textValue())
                    .isEqualTo(
                        panel.get("title").textValue()
                            + "{model=~\"$model\",runtime=~\"$runtime\",scenario=~\"$scenario\","
                            + "weights=~\"$weights\"}"));
  }

  @Test
  void panelsDoNotCoverEachOther() {
    assertThat(board.get("panels"))
        .extracting(panel -> panel.get("gridPos").get("x") + "/" + panel.get("gridPos").get("y"))
        .doesNotHaveDuplicates();
  }

  @Test
  void drawsTheLimitsFromWorseToBetter() {
    assertThat(steps("tr116_efficiency_ratio"))
        .isEqualTo(
            "[{\"color\":\"red\",\"value\":null},{\"color\":\"orange\",\"value\":0.95},"
                + "{\"color\":\"green\",\"value\":0.97}]");
    assertThat(steps("tr116_ttft_p95_seconds"))
        .isEqualTo(
            "[{\"color\":\"green\",\"value\":null},{\"color\":\"orange\",\"value\":2.0},"
                + "{\"color\":\"red\",\"value\":3.0}]");
    assertThat(
            panel("tr116_true_speedup_ratio")
                .at("/fieldConfig/defaults/thresholds")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void everyPanelAsksTheChosenDataSource() {
    assertThat(board.at("/templating/list/0/name").textValue()).isEqualTo("datasource");
    assertThat(board.get("panels"))
        .extracting(panel -> panel.at("/datasource/uid").textValue())
        .containsOnly("${datasource}");
  }

  private String steps(String title) {
    return panel(title).at("/fieldConfig/defaults/thresholds/steps").toString();
  }

  private JsonNode panel(String title) {
    for (var panel : board.get("panels")) {
      if (panel.get("title").textValue().equals(title)) {
        return panel;
      }
    }
    throw new AssertionError("no panel " + title);
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Dashboard.of(Settings.of(Map.of()).slos()));
    } catch (IOException broken) {
      throw new AssertionError("not JSON", broken);
    }
  }
}
