package dev.tr116.report.allure;

import io.qameta.allure.model.Link;
import io.qameta.allure.util.PropertiesUtils;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where the report's page will stand, as far as the build tells; links to files are relative to it,
 * so that page and files can be moved together.
 *
 * @param folder that holds {@code index.html}; need not exist
 */
record ReportPlace(Path folder) {
  /** Names that folder, as a system property or in {@code allure.properties}. */
  static final String PROPERTY = "allure.report.directory";

  /** As the build says, else {@code report} beside the session's folder. */
  static ReportPlace beside(Path session) {
    var told = PropertiesUtils.loadAllureProperties().getProperty(PROPERTY, "");
    return new ReportPlace(
        told.isBlank() ? session.toAbsolutePath().resolveSibling("report") : Path.of(told));
  }

  /** Links for a page. */
  List<Link> links(List<FileLink> files) {
    return files.stream()
        .map(file -> new Link().setName(file.name()).setUrl(url(file.file())).setType("file"))
        .toList();
  }

  /** The address of a file as the page has to write it: relative where that is possible. */
  String url(Path file) {
    var target = file.toAbsolutePath().normalize();
    var from = folder.toAbsolutePath().normalize();
    if (!target.getRoot().equals(from.getRoot())) {
      return target.toUri().toString();
    }
    return StreamSupport.stream(from.relativize(target).spliterator(), false)
        .map(name -> encoded(name.toString()))
        .collect(Collectors.joining("/"));
  }

  /** Only what every browser takes for part of a name stays as it is. */
  private static String encoded(String name) {
    return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
