package dev.tr116.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointGroupsTest {
  private static final String TWO = "http://a:1,http://a:2;http://b:1,http://b:2";

  @Test
  void giveEachShardItsOwnServers() {
    assertThat(settings(TWO, "1/2").endpoints())
        .containsExactly(URI.create("http://a:1"), URI.create("http://a:2"));
    assertThat(settings(TWO, "2/2").endpoints())
        .containsExactly(URI.create("http://b:1"), URI.create("http://b:2"));
  }

  @Test
  void areOneForAllWhereNoneIsTold() {
    assertThat(settings("http://a:1", "2/2").endpoints()).containsExactly(URI.create("http://a:1"));
    assertThat(EndpointGroups.of(Map.of("tr116.endpoints", TWO, "tr116.shard", "2/2")))
        .isEqualTo("http://b:1,http://b:2");
    assertThat(EndpointGroups.of(Map.of("tr116.endpoints", TWO))).isEqualTo(TWO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a:1;http://b:1 | '' | names 2 groups of servers, one for each shard; set tr116.shard, or write one group",
        "http://a:1;http://b:1 | 1/3 | names 2 groups of servers for 3 shards; write one group for each shard",
        "http://a:1;http://b:1;http://c:1 | 1/2 | names 3 groups of servers for 2 shards",
        "http://a:1,http://b:1;http://b:1/ | 1/2 | http://b:1 stands in two groups; two shards would measure on one server",
        "http://a:1; | 1/2 | a group between ';' is empty",
        "http://a:1;nowhere | 2/2 | 'nowhere' is no server address",
      })
  void areRefusedWhenTwoShardsMightMeet(String endpoints, String shard, String why) {
    assertThatThrownBy(() -> settings(endpoints, shard))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(why);
  }

  private static Settings settings(String endpoints, String shard) {
    var given = new HashMap<String, String>();
    given.put("tr116.endpoints", endpoints);
    given.put("tr116.shard", shard);
    return Settings.of(given);
  }
}
