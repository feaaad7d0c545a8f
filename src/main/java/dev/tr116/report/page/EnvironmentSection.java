package dev.tr116.report.page;

import dev.tr116.metrics.Definitions;
import dev.tr116.plan.Settings;
import dev.tr116.report.ServerName;
import dev.tr116.report.page.Table.Cell;
import dev.tr116.results.KeptRun;
import dev.tr116.results.RunRecord.ServedModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Where and with what it was measured, and how to repeat it. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    machine(data).write(html);
    models(data).write(html);
    settings(data.stored().session().settings()).write(html);
    html.element("h3", "To measure it again");
    html.open("pre")
        .open("code")
        .text(data.stored().session().settings().command())
        .close("code")
        .close("pre");
    return Section.of("environment", "Machine, servers and settings", html);
  }

  private static Table machine(PageData data) {
    var session = data.stored().session();
    var notes = data.stored().notes();
    var machine = session.environment();
    var table = Table.of("Measured on", "what", "value");
    table.row(Cell.of("backend"), Cell.of(session.backend().phrase()));
    table.row(Cell.of("servers"), Cell.of(Words.list(List.copyOf(servers(data)))));
    table.row(Cell.of("transport of the calls"), Cell.of(notes.transports()));
    table.row(Cell.of("tr116"), known(notes.version(), "it ran from its classes"));
    table.row(Cell.of("commit"), known(machine.git(), "outside of a repository"));
    table.row(Cell.of("JDK"), Cell.of(machine.jdk()));
    table.row(Cell.of("system"), Cell.of(machine.os()));
    table.row(
        Cell.of("processor"), Cell.of(machine.cpu() + ", " + Words.count(machine.cores(), "core")));
    table.row(
        Cell.of("memory"),
        known(machine.memoryMiB().map(mib -> mib + " MiB"), "the system does not tell"));
    table.row(
        Cell.of("GPU"),
        known(
            machine.gpu().isEmpty() ? Optional.empty() : Optional.of(Words.list(machine.gpu())),
            "no nvidia-smi answered"));
    table.row(
        Cell.of("own time of the program for a run"),
        known(
            notes.ownTimeMedian().isPresent()
                ? Optional.of(Unit.MILLIS.of(notes.ownTimeMedian().getAsDouble()) + ", median")
                : Optional.empty(),
            "not recorded"));
    table.row(Cell.of("definitions"), Cell.of(Definitions.VERSION));
    if (notes.resumed() > 0) {
      table.row(Cell.of("gone on with"), Cell.of(Words.count(notes.resumed(), "time")));
    }
    if (!notes.mergedFrom().isEmpty()) {
      table.row(Cell.of("joined from"), Cell.of(Words.list(notes.mergedFrom())));
    }
    return table;
  }

  private static Cell known(Optional<String> value, String why) {
    return value.map(Cell::of).orElseGet(() -> Cell.absent(Optional.of(why)));
  }

  private static Set<String> servers(PageData data) {
    var servers = new LinkedHashSet<String>();
    data.runs()
        .flatMap(run -> run.kept().agents().stream())
        .forEach(agent -> servers.add(ServerName.full(agent.endpoint())));
    return servers;
  }

  private static Table models(PageData data) {
    var table =
        Table.of("Models as their servers describe them", "model", "digest", "quantization");
    var byModel = new LinkedHashMap<String, Set<Map.Entry<String, String>>>();
    data.runs()
        .map(run -> run.kept())
        .forEach(
            run ->
                byModel
                    .computeIfAbsent(run.id().cell().model().tag(), none -> new LinkedHashSet<>())
                    .add(
                        Map.entry(
                            told(run, served -> served.digest()),
                            told(run, served -> served.quantization()))));
    byModel.forEach(
        (model, told) ->
            told.forEach(
                each ->
                    table.row(Cell.of(model), Cell.of(each.getKey()), Cell.of(each.getValue()))));
    return table;
  }

  private static String told(KeptRun run, Function<ServedModel, Optional<String>> what) {
    return what.apply(run.served()).orElse(Cell.ABSENT);
  }

  private static Table settings(Settings settings) {
    var table =
        Table.of("Settings that were given; all others have their defaults", "property", "value");
    new TreeMap<>(settings.given())
        .forEach((name, value) -> table.row(Cell.of(name), Cell.of(value)));
    return table;
  }
}
