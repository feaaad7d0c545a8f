package dev.tr116.report.page;

import dev.tr116.report.Ink;
import dev.tr116.report.chart.Chart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the page brings with it: style rules, a small script, and the policy that lets no other. */
final class PageAssets {
  private PageAssets() {}

  static String style() {
    return "\n"
        + read("page.css").replace("/* the inks of charts in the dark */", Ink.dark())
        + Chart.rules();
  }

  static String script() {
    return "\n" + read("page.js");
  }

  /** Only this very style and script; no request of any kind. */
  static String policy(String style, String script) {
    return "default-src 'none'; style-src '"
        + digest(style)
        + "'; script-src '"
        + digest(script)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String digest(String content) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String read(String name) {
    try (var file = PageAssets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path; build tr116 whole");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
