package dev.tr116.faults;

import java.util.HashMap;
import java.util.Map;

/** Which timeout ends a call; the others are too long for any test. */
enum Patience {
  LONG,
  CONNECT,
  FIRST_TOKEN,
  IDLE,
  TOTAL;

  private static final String NEVER = "60s";

  /** As settings. */
  Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("tr116.timeout.connect", this == CONNECT ? "400ms" : NEVER);
    settings.put("tr116.timeout.first-token", this == FIRST_TOKEN ? "400ms" : NEVER);
    settings.put("tr116.timeout.idle", this == IDLE ? "400ms" : NEVER);
    settings.put("tr116.timeout.total", this == TOTAL ? "900ms" : "120s");
    return settings;
  }
}
