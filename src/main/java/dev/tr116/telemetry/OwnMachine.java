package dev.tr116.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;

/** Tells servers of this machine, whose power can be read here, from others. */
public final class OwnMachine {
  private OwnMachine() {}

  /** Whether that endpoint's host is an address of this machine; unknown hosts are not. */
  public static boolean serves(URI endpoint) {
    try {
      var address = InetAddress.getByName(endpoint.getHost());
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException unknown) {
      return false;
    }
  }
}
