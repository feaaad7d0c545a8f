package dev.tr116.cli;

import dev.tr116.monitoring.AlertRules;
import dev.tr116.monitoring.Dashboard;
import dev.tr116.monitoring.Exposition;
import dev.tr116.plan.Settings;
import dev.tr116.results.StoredSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files for Prometheus and Grafana. */
@Command(
    name = "monitoring",
    description = {
      "Writes alerts.yml (Prometheus alert rules) and dashboard.json (Grafana) with the objectives of"
          + " a session, and metrics.prom with its figures (Prometheus' text format).",
      "Without a session: alerts and dashboard with TR116's limits."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written", "2:no session there, or it cannot be read"},
    footer = {
      "Example:",
      "  tr116 monitoring results/night --former-runtime exec:python --out monitoring"
    })
final class MonitoringCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SESSION",
      description = "folder of the session, e.g. results/night")
  private Optional<Path> session = Optional.empty();

  @Option(
      names = "--former-runtime",
      paramLabel = "RUNTIME",
      description = "the runtime to go back to: a rollback trigger holds costs against its own")
  private Optional<String> formerRuntime = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "where the files go, e.g. monitoring")
  private Path out = Path.of("");

  MonitoringCommand() {}

  @Override
  public Integer call() throws IOException {
    var stored = session.map(StoredSession::read);
    var settings =
        stored.map(kept -> kept.session().settings()).orElseGet(() -> Settings.of(Map.of()));
    write("alerts.yml", AlertRules.of(settings.slos(), settings.enforcement(), formerRuntime));
    write("dashboard.json", Dashboard.of(settings.slos()));
    if (stored.isPresent()) {
      write("metrics.prom", figures(stored.get()));
    }
    return 0;
  }

  private static String figures(StoredSession stored) {
    var session = stored.session();
    return Exposition.of(
        session.name(),
        session.startedAt(),
        session.backend(),
        stored.verdicts(),
        session.settings().pricePerHour());
  }

  private void write(String name, String text) throws IOException {
    new TextOutput(spec, Optional.of(out.resolve(name))).write(text);
  }
}
