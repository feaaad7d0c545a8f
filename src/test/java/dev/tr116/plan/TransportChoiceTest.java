package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "selector | http://gpu1:1,http://gpu2:1 | selector",
        "selector | https://gpu1:1,https://gpu2:1 | jdk",
        "selector | http://gpu1:1,https://gpu2:1 | jdk,selector",
        "jdk | http://gpu1:1,https://gpu2:1 | jdk",
        "jdk | http://gpu1:1,http://gpu2:1 | jdk",
      })
  void sessionTellsWhatCarriesItsCalls(String chosen, String endpoints, String told) {
    var settings = Settings.of(Map.of("tr116.transport", chosen, "tr116.endpoints", endpoints));

    assertThat(settings.transports()).isEqualTo(told);
  }
}
