package dev.tr116.report.chart;

import dev.tr116.report.Ink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A page with every chart, to look at and to test in a browser. */
public final class Gallery {
  private Gallery() {}

  /** Writes the page below {@code target} and returns it. */
  public static Path write() throws IOException {
    var page = Path.of("target", "charts", "charts.html");
    Files.createDirectories(page.getParent());
    return Files.writeString(page, html());
  }

  static String html() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Charts</title>
        <style>
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:800px;padding:16px;background:#fff;color:#000;font-family:system-ui,sans-serif}
        @media(prefers-color-scheme:dark){:root{%s}body{background:#17191d;color:#ececec}}
        %s
        </style>
        </head>
        <body>
        <main>
        <h1>Charts</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(
            Ink.dark(),
            Chart.rules(),
            Samples.charts().stream().map(Chart::html).collect(Collectors.joining("\n")));
  }

  public static void main(String[] args) throws IOException {
    write();
  }
}
