package dev.tr116.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
  @Test
  void countsTheRowsOfATableWithQuotes() {
    var table =
        """
        model,"ttft, ms","a ""good"" one"
        gemma3,"1
        2",x

        qwen2.5,3,"y"
        """;

    assertThat(CsvOutline.of(whole(table)))
        .isEqualTo("columns model, ttft, ms, a good one; 2 rows");
  }

  @Test
  void countsTheLastRowWithoutALineEnd() {
    assertThat(CsvOutline.of(whole("a,b\r\n1,2\r\n3,4"))).isEqualTo("columns a, b; 2 rows");
    assertThat(CsvOutline.of(whole("a"))).isEqualTo("column a; 0 rows");
  }

  @Test
  void doesNotCountTheRowAtWhichTheHeadEnds() {
    assertThat(CsvOutline.of(part("a,b\n1,2\n3"))).isEqualTo("columns a, b; at least 1 row");
  }

  @Test
  void showsTwelveColumns() {
    var names = "c,".repeat(19) + "c";

    assertThat(CsvOutline.of(whole(names))).endsWith("c, c and 8 more; 0 rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '$',
      value = {
        "{\"a\":{\"x\":1},\"b\":[1,2]} | keys a, b",
        "{\"a\":1, oops | broken JSON, keys a",
        "oops | broken JSON",
        "{} | an object without keys",
        "[1,[2,3]] | a list of 2 items",
        "[1] | a list of 1 item",
        "[1,2 | broken JSON",
        "3 | a single value"
      })
  void namesTheKeysOfADocument(String json, String outline) {
    assertThat(JsonOutline.of(whole(json))).isEqualTo(outline);
  }

  @Test
  void namesTheKeysOfADocumentThatIsLongerThanItsHead() {
    assertThat(JsonOutline.of(part("{\"a\":1,\"b\":[1,2,3")))
        .isEqualTo("keys a, b in its beginning");
    assertThat(JsonOutline.of(part("[1,2"))).isEqualTo("too long to read");
  }

  @Test
  void survivesADocumentAsDeepAsItsHead() {
    assertThat(JsonOutline.of(whole("[".repeat(30_000)))).startsWith("broken JSON");
  }

  @Test
  void namesTheHeadingsOfAText() {
    var text =
        """
        # One
        ```
        # no heading
        ```
        ## Two ##
        #three
        ####### seven
        """;

    assertThat(MarkdownOutline.of(whole(text))).isEqualTo("headings One, Two");
    assertThat(MarkdownOutline.of(whole("prose"))).isEqualTo("no headings");
  }

  private static FileHead whole(String text) {
    return new FileHead(text, text.length(), true);
  }

  private static FileHead part(String text) {
    return new FileHead(text, FileHead.MOST_BYTES + 1, false);
  }
}
