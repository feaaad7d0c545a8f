package dev.tr116.cli;

import dev.tr116.report.ConsoleText;
import dev.tr116.report.LongWork;
import dev.tr116.results.Manifest;
import dev.tr116.results.ManifestCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the raw files of a session against its manifest. */
@Command(
    name = "verify",
    description =
        "Finds raw files of a session that were changed, removed or added since its manifest was"
            + " written.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  tr116 verify results/night", ""},
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every raw file is as it was",
      "1:some are not; each is named",
      "2:no session there, no manifest, or it cannot be read"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SESSION", description = "folder of the session, e.g. results/night")
  private Path session = Path.of("");

  VerifyCommand() {}

  @Override
  public Integer call() {
    ManifestCheck check;
    try (var work = LongWork.of("reading files")) {
      check = Manifest.verify(session, work::at);
    }
    var out = spec.commandLine().getOut();
    check.findings().forEach(finding -> out.println(ConsoleText.line(finding)));
    var wrong = check.findings().size();
    out.println(
        check.isIntact()
            ? "intact: " + check.files() + " raw files"
            : wrong
                + (wrong == 1 ? " raw file differs" : " raw files differ")
                + " from the manifest of "
                + check.files());
    out.flush();
    return check.isIntact() ? 0 : 1;
  }
}
