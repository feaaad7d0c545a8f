package dev.tr116.report.page;

import dev.tr116.browser.Browser;
import dev.tr116.browser.PageAssert;
import dev.tr116.browser.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportInBrowserTest {
  private static String html = "";

  @TempDir private Path work;

  @BeforeAll
  static void renderAWholeSession(@TempDir Path results) {
    Browser.orSkip();
    html = Page.of(results, SessionPageTest.WHOLE).html();
  }

  @ParameterizedTest
  @MethodSource("dev.tr116.browser.View#looks")
  void everySectionIsReadable(View view) throws IOException {
    var page = Files.writeString(work.resolve("report.html"), html);

    PageAssert.assertSelfContained(page);
    PageAssert.assertReadable(Browser.orSkip().look(page, view, work), view);
  }
}
