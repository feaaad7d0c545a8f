package dev.tr116.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window, which opens a copy of a page with axe and {@code probe.js} in it.
 * The copy may fetch nothing: what it tries to fetch is refused and stands on the console.
 *
 * @param program its path
 */
public record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--enable-logging=stderr",
          "--window-size=1400,1000",
          "--virtual-time-budget=60000");
  private static final int MOST_SECONDS = 180;
  private static final Pattern RESULT =
      Pattern.compile("<pre id=\"found\">(.*?)</pre>", Pattern.DOTALL);
  private static final String NOTHING_FETCHED =
      "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:;"
          + " font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">";
  private static final Pattern POLICY =
      Pattern.compile("<meta[^>]*Content-Security-Policy[^>]*>", Pattern.CASE_INSENSITIVE);

  /** The browser of this machine; aborts the test where there is none. */
  public static Browser orSkip() {
    return find()
        .orElseGet(
            () -> abort("no browser on the PATH, one of " + NAMES + ": Debian calls it chromium"));
  }

  private static Optional<Browser> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /**
   * Looks at a page.
   *
   * @param page an HTML file
   * @param work an empty folder
   */
  public Findings look(Path page, View view, Path work) {
    try {
      Files.writeString(work.resolve("inner.html"), probed(Files.readString(page)));
      Files.writeString(work.resolve("outer.html"), around(view));
      return opened(work.resolve("outer.html"), view, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Findings opened(Path page, View view, Path work) throws IOException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(OPTIONS);
    command.add("--blink-settings=preferredColorScheme=" + (view.isDark() ? 0 : 1));
    command.add("--user-data-dir=" + work.resolve("profile"));
    command.add("--dump-dom");
    command.add(page.toUri().toString());
    var dom = work.resolve("dom.html");
    var log = work.resolve("log.txt");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    end(process, log);
    var result = RESULT.matcher(Files.readString(dom));
    if (!result.find() || result.group(1).contains("\"failed\"")) {
      throw new AssertionError(
          "the page told nothing: " + Files.readString(dom) + "\n" + Files.readString(log));
    }
    var json = result.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return new Findings(new ObjectMapper().readTree(json), console(log));
  }

  private static void end(Process process, Path log) throws IOException {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the browser hangs: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The browser's own lines have another kind. */
  private static List<String> console(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.contains(":CONSOLE")).toList();
    }
  }

  /** Windows cannot be as narrow as a phone, frames can. */
  private static String around(View view) {
    return """
        <!doctype html><meta charset="utf-8"><title>around</title><pre id="found"></pre>
        <script>addEventListener('message', e => {
          document.getElementById('found').textContent = e.data; });</script>
        <iframe src="inner.html" style="width:%dpx;height:900px;border:0"></iframe>
        """
        .formatted(view.width());
  }

  private static String probed(String html) {
    var scripts =
        "<script>"
            + resource("/axe.min.js")
            + "</script><script>"
            + resource("/dev/tr116/browser/probe.js")
            + "</script>";
    var open =
        POLICY.matcher(html).replaceAll("").replaceFirst("(?i)<title", NOTHING_FETCHED + "<title");
    var end = open.lastIndexOf("</body>");
    return end < 0 ? open + scripts : open.substring(0, end) + scripts + open.substring(end);
  }

  private static String resource(String name) {
    try (var stream = Browser.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new AssertionError(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
