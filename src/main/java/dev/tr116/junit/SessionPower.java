package dev.tr116.junit;

import dev.tr116.plan.PowerChoice;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.telemetry.OwnMachine;
import dev.tr116.telemetry.PowerMeter;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Decides whether a session's power can be measured here. */
final class SessionPower {
  private SessionPower() {}

  /** A meter for servers there. */
  static PowerMeter open(Settings settings, List<URI> endpoints) {
    if (settings.power() == PowerChoice.OFF) {
      return PowerMeter.off(Property.POWER.key() + "=off");
    }
    var elsewhere =
        endpoints.stream()
            .filter(endpoint -> !OwnMachine.serves(endpoint))
            .map(URI::getAuthority)
            .distinct()
            .collect(Collectors.joining(", "));
    return elsewhere.isEmpty()
        ? PowerMeter.open()
        : PowerMeter.off("only this machine's can be, and " + elsewhere + " is another");
  }
}
