package dev.tr116.performance;

import java.io.IOException;
import java.util.List;

/** Only the pairing of one load, to look into one figure. */
final class StreamBench {
  private StreamBench() {}

  /** Arguments: streams, repeats, clients (all of this machine's unless named). */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var clients =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length).stream().map(Client::valueOf).toList()
            : List.of(Client.PRODUCT);
    Pairing.of(
        CPrograms.build().orElseThrow(),
        Load.of(Integer.parseInt(arguments[0])),
        Integer.parseInt(arguments[1]),
        clients);
  }
}
