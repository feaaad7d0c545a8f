package dev.tr116.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tr116.preflight.Finding;
import java.net.URI;
import java.util.Collection;

/** What a preflight found, as {@code session.json} lists it. */
final class PreflightJson {
  private PreflightJson() {}

  static ArrayNode of(Collection<Finding> findings) {
    var list = Json.object().putArray("preflight");
    for (var finding : findings) {
      var json = list.addObject();
      json.put("check", finding.check().word());
      json.put("level", finding.level().word());
      json.put("message", finding.message());
      Json.put(json, "endpoint", finding.endpoint().map(URI::toString));
    }
    return list;
  }
}
