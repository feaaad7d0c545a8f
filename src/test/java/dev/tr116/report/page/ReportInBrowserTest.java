package dev.tr116.report.page;

import dev.tr116.browser.Browser;
import dev.tr116.browser.PageAssert;
import dev.tr116.browser.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportInBrowserTest {
  @TempDir private Path results;
  @TempDir private Path work;

  @ParameterizedTest
  @MethodSource("dev.tr116.browser.View#looks")
  void everySectionIsReadable(View view) throws IOException {
    var browser = Browser.orSkip();
    var html =
        Page.of(
                results,
                "tr116.runtimes",
                "structured,platform",
                "tr116.suites",
                "multi,single,scaling",
                "tr116.single.gpu-layers",
                "80",
                "tr116.single.contexts",
                "512",
                "tr116.scenarios",
                "chimera-homo",
                "tr116.runs",
                "3")
            .html();
    var page = Files.writeString(work.resolve("report.html"), html);

    PageAssert.assertSelfContained(page);
    PageAssert.assertReadable(browser.look(page, view, work), view);
  }
}
