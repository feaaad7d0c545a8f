package dev.tr116.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tr116.report.chart.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsInBrowserTest {
  @TempDir private Path work;

  @ParameterizedTest
  @MethodSource("dev.tr116.browser.View#looks")
  void everyChartIsReadable(View view) throws IOException {
    var page = Gallery.write();

    PageAssert.assertSelfContained(page);
    PageAssert.assertReadable(Browser.orSkip().look(page, view, work), view);
  }

  @Test
  void findsWhatIsWrongWithAPage() throws IOException {
    var page =
        Files.writeString(
            work.resolve("wrong.html"),
            """
            <!doctype html><html lang="en"><title>wrong</title><body>
            <div style="width:2000px">wide</div>
            <button></button>
            <span onclick="alert(1)">click</span>
            <svg width="100" height="40"><text x="0" y="20" font-size="9">one</text>
            <text x="5" y="20" font-size="9">two</text><text x="95" y="20">three</text></svg>
            <img alt="" src="missing.png">
            <script>console.error('broken'); throw new Error('thrown')</script>
            </body></html>
            """);

    var found = Browser.orSkip().look(page, View.PHONE_LIGHT, work);

    assertThat(found.scrollWidth()).isGreaterThan(2000);
    assertThat(found.seriousViolations()).anyMatch(each -> each.contains("button-name"));
    assertThat(found.list("unreachable")).containsExactly("click");
    assertThat(found.list("overlaps")).containsExactly("one | two");
    assertThat(found.list("clipped")).containsExactly("three");
    assertThat(found.list("small")).hasSize(2);
    assertThat(found.console())
        .anyMatch(line -> line.contains("broken"))
        .anyMatch(line -> line.contains("thrown"))
        .anyMatch(line -> line.contains("missing.png") && line.contains("Content Security Policy"));
    assertThatThrownBy(() -> PageAssert.assertSelfContained(page))
        .hasMessageContaining("missing.png");
    assertThatThrownBy(() -> PageAssert.assertReadable(found, View.PHONE_DARK))
        .hasMessageContaining("width to scroll")
        .hasMessageContaining("text upon text");
  }
}
