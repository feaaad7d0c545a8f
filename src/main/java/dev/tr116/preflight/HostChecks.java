package dev.tr116.preflight;

import java.util.Locale;
import java.util.stream.Stream;

/** Whether this machine has cores and disk to spare. */
final class HostChecks implements CheckFamily {
  private static final long LEAST_BYTES = 100_000_000L;
  private static final long AMPLE_BYTES = 1_000_000_000L;

  @Override
  public Stream<Finding> look(Facts facts) {
    return Stream.concat(load(facts), Stream.of(disk(facts)));
  }

  private static Stream<Finding> load(Facts facts) {
    var host = facts.host();
    if (host.load().isEmpty()) {
      return Stream.of(Finding.info(Check.LOAD, "this machine does not tell its load"));
    }
    var told =
        String.format(
            Locale.ROOT,
            "load of this machine %.1f over the last minute, %d %s",
            host.load().getAsDouble(),
            host.cores(),
            host.cores() == 1 ? "core" : "cores");
    if (host.load().getAsDouble() <= host.cores()) {
      return Stream.of(Finding.info(Check.LOAD, told));
    }
    var serversAreHere =
        facts.servers().stream().anyMatch(server -> MemoryChecks.isHere(server.endpoint()));
    return Stream.of(
        Finding.warning(
            Check.LOAD,
            told
                + ": other programs take time from the agents"
                + (serversAreHere ? " and their servers" : "")
                + "; end them, or wait until they are done"));
  }

  private static Finding disk(Facts facts) {
    var host = facts.host();
    var told = Bytes.shown(host.freeDisk()) + " of disk are free for " + facts.results();
    if (host.freeDisk() < LEAST_BYTES) {
      return Finding.error(
          Check.DISK, told + ", too little for a session; free some, or set tr116.results");
    }
    return host.freeDisk() < AMPLE_BYTES
        ? Finding.warning(Check.DISK, told + "; a long session may fill them")
        : Finding.info(Check.DISK, told);
  }
}
