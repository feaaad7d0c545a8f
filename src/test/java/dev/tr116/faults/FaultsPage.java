package dev.tr116.faults;

import java.util.List;
import java.util.stream.Collectors;

/** The page that shows the tables. */
final class FaultsPage {
  private static final String BEGINNING =
      """
      # Faults

      What a server, a network or whatever stands between does wrong, how a call with it ends, and what its message says to
      do. Tests play every row below in a whole run of two agents: for the collector, for insight, for both, and for both
      without a thread that waits, those of large answers for the collector alone, and all of that over each transport
      (`tr116.transport`). They write this page, too. For each row they hold that

      - the run ends in time, in that way, with a message that has those words;
      - the other agent's outcome is kept: its answer is whole when it had come to its end, else the call is `CANCELLED`
        with what had arrived;
      - a failed call enters no average, rate or percentile, neither of its run nor of its cell; it is counted as an error,
        a `CANCELLED` one is not;
      - no thread, no connection and, after large answers, no memory stays taken.

      A call is a success only with its terminator. Rows that end as "success, the run is invalid" keep their figures in the
      run's record and out of the cell's. A session goes on after a run that failed: when a server is restarted between two
      runs only those that find it gone fail, and one that pays for a model which was unloaded before it is invalid and
      says why.

      """;

  private FaultsPage() {}

  static String text() {
    return BEGINNING
        + section("Servers with Ollama's API", Faults.ofOllama())
        + section("Large answers", Faults.large())
        + section("OpenAI-compatible servers, where they differ", Faults.ofOpenAi());
  }

  private static String section(String title, List<Fault> faults) {
    return "## "
        + title
        + ", "
        + faults.size()
        + " rows\n\n"
        + "| fault | where | how the call ends | what the message says to do; of a success, what to know |\n|---|---|---|---|\n"
        + faults.stream().map(FaultsPage::row).collect(Collectors.joining())
        + "\n";
  }

  private static String row(Fault fault) {
    return "| "
        + cell(fault.name())
        + " | "
        + fault.place().words()
        + " | "
        + fault.ending().words()
        + " | "
        + cell(fault.advice())
        + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
