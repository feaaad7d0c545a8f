package dev.tr116.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final Told told = new Told();
  private final AnswerReader reader = new AnswerReader(told);

  private boolean take(String text) throws IOException {
    return reader.take(ByteBuffer.wrap(text.getBytes(ISO_8859_1)), 7);
  }

  static Stream<Arguments> whole() {
    return Stream.of(
        Arguments.of("a length", OK + "Content-Length: 5\r\n\r\nhello", true),
        Arguments.of("no body", OK + "Content-Length: 0\r\n\r\n", true),
        Arguments.of("chunks", CHUNKED + "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", true),
        Arguments.of("a chunk's size in letters", CHUNKED + "A\r\n0123456789\r\n0\r\n\r\n", true),
        Arguments.of("small letters", CHUNKED + "00a\r\n0123456789\r\n000\r\n\r\n", true),
        Arguments.of("extensions", CHUNKED + "2;a=b\r\nhe\r\n3 \t;c\r\nllo\r\n0;d\r\n\r\n", true),
        Arguments.of("trailers", CHUNKED + "5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n", true),
        Arguments.of("line feeds alone", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", true),
        Arguments.of(
            "chunks among other codings",
            OK + "transfer-encoding: gzip, Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            true),
        Arguments.of(
            "chunks before a length",
            OK + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            true),
        Arguments.of(
            "interim answers",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: a\r\n\r\n"
                + OK
                + "Content-Length: 5\r\n\r\nhello",
            true),
        Arguments.of(
            "another coding alone",
            OK + "Transfer-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
            true),
        Arguments.of("chunks with line feeds", CHUNKED + "2\nhe\r\n3\nllo\r\n0\n\n", true),
        Arguments.of("another wish", OK + "Connection: x\r\nContent-Length: 5\r\n\r\nhello", true),
        Arguments.of(
            "the version before with another wish",
            "HTTP/1.0 200 OK\r\nConnection: x\r\nContent-Length: 5\r\n\r\nhello",
            false),
        Arguments.of("no content", "HTTP/1.1 204 No Content\r\n\r\n", true),
        Arguments.of(
            "not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", true),
        Arguments.of("no reason", "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", true),
        Arguments.of(
            "a wish to close", OK + "Connection: Close\r\nContent-Length: 5\r\n\r\nhello", false),
        Arguments.of(
            "a wish among others",
            OK + "Connection: x, close\r\nContent-Length: 5\r\n\r\nhello",
            false),
        Arguments.of(
            "the version before", "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello", false),
        Arguments.of(
            "the version before that stays",
            "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello",
            true));
  }

  /** However its bytes come. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("whole")
  void answerIsWholeWithItsLastByte(String what, String answer, boolean keeps) throws IOException {
    var bytes = answer.getBytes(ISO_8859_1);
    for (var cut = 0; cut < bytes.length; cut++) {
      var heard = new Told();
      var read = new AnswerReader(heard);

      assertThat(read.take(ByteBuffer.wrap(bytes, 0, cut), 1)).as("%s, %d", what, cut).isFalse();
      assertThat(heard.ends()).isZero();
      assertThat(read.take(ByteBuffer.wrap(bytes, cut, bytes.length - cut), 2)).isTrue();

      assertThat(heard.ends()).isEqualTo(1);
      assertThat(heard.brokenBody()).isEmpty();
      assertThat(read.keepsConnection()).isEqualTo(keeps);
      assertThat(heard.body())
          .isEqualTo(
              answer.contains("hello") || answer.contains("llo\r\n")
                  ? "hello"
                  : answer.contains("0123456789") ? "0123456789" : "");
    }
  }

  @Test
  void whatComesAfterAWholeAnswerIsLeft() throws IOException {
    var bytes = ByteBuffer.wrap((OK + "Content-Length: 1\r\n\r\nab").getBytes(ISO_8859_1));

    assertThat(reader.take(bytes, 1)).isTrue();

    assertThat(bytes.remaining()).isEqualTo(1);
    assertThat(told.body()).isEqualTo("a");
  }

  @Test
  void statusAndHeadersAreTold() throws IOException {
    take("HTTP/1.1 404 Not Found\r\nA:b\r\nX-Long:  one \r\n  two\t\r\na: c\r\nEmpty:\r\n\r\n");

    assertThat(told.status()).hasValue(404);
    assertThat(told.headers())
        .containsOnlyKeys("a", "x-long", "empty")
        .containsEntry("a", List.of("b", "c"))
        .containsEntry("x-long", List.of("one two"))
        .containsEntry("empty", List.of(""));
    assertThat(told.times()).containsExactly(7L);
  }

  @Test
  void partsHaveTheTimeOfTheirBytes() throws IOException {
    reader.take(ByteBuffer.wrap((CHUNKED + "1\r\na\r\n1").getBytes(ISO_8859_1)), 10);
    reader.take(ByteBuffer.wrap("\r\nb\r\n1\r\nc\r\n".getBytes(ISO_8859_1)), 20);

    assertThat(told.times()).containsExactly(10L, 10L, 20L, 20L);
    assertThat(told.body()).isEqualTo("abc");
  }

  @Test
  void bodyWithoutLengthLastsUntilTheServerCloses() throws IOException {
    assertThat(take(OK + "\r\nhel")).isFalse();
    assertThat(take("lo")).isFalse();

    reader.end(9);

    assertThat(told.body()).isEqualTo("hello");
    assertThat(told.ends()).isEqualTo(1);
    assertThat(told.brokenBody()).isEmpty();
    assertThat(reader.keepsConnection()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | before an answer",
        "'HTTP/1.1 2'                                | within the headers",
        "'HTTP/1.1 200 OK\nContent-Length: 5\n\n12'  | after 2 of 5 bytes",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nab' | before the last chunk",
        "'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n'   | before the last chunk"
      })
  void endWithinAnAnswerIsNamed(String begun, String says) throws IOException {
    take(begun);

    assertThatThrownBy(() -> reader.end(9))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining(says);
    assertThat(told.ends()).isZero();
  }

  @Test
  void whatIsNoHttpIsQuotedInPart() {
    assertThatThrownBy(() -> take("SSH-2.0-OpenSSH " + "x".repeat(1_000) + "\r\n"))
        .hasMessage("Invalid status line: \"SSH-2.0-OpenSSH " + "x".repeat(104) + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n",
        "\r\n",
        "HTTP/2 200 OK\r\n",
        "HTTP/1.2 200 OK\r\n",
        "HTTP/1.1 20 OK\r\n",
        "HTTP/1.1 2000 OK\r\n",
        "HTTP/1.1 099 OK\r\n",
        "HTTP/1.1 200OK\r\n",
        "HTTP/1.1  200 OK\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n",
        "HTTP/1.1 200 OK\r\n: no name\r\n",
        "HTTP/1.1 200 OK\r\na b: c\r\n",
        "HTTP/1.1 200 OK\r\na : c\r\n",
        "HTTP/1.1 200 OK\r\n folded\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: one\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
      })
  void whatIsNoHttpIsRefused(String text) {
    assertThatThrownBy(() -> take(text)).isInstanceOf(ProtocolException.class);
    assertThat(told.status()).isEmpty();
  }

  @Test
  void endlessHeadersAreRefused() throws IOException {
    take(OK);
    var line = "A: " + "b".repeat(1_000) + "\r\n";
    for (var i = 0; i < AnswerHead.LIMIT / line.length(); i++) {
      take(line);
    }

    assertThatThrownBy(() -> take(line)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void endlessInterimAnswersAreRefused() throws IOException {
    for (var i = 0; i < 8; i++) {
      take("HTTP/1.1 102 Processing\r\n\r\n");
    }

    assertThatThrownBy(() -> take("HTTP/1.1 102 Processing\r\n\r\n"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("more than 8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n",
        "\r\n",
        ";a\r\n",
        "-1\r\n",
        "1x\r\n",
        "1\rx",
        "1\r\nab",
        "1\r\na\n",
        "1\r\na\r\r",
        "1234567890abcdef\r\n"
      })
  void whatIsNoChunkIsRefused(String chunk) throws IOException {
    take(CHUNKED);

    assertThatThrownBy(() -> take(chunk))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(ProtocolException.class);
    assertThat(told.ends()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1;", "0\r\nA: "})
  void endlessExtensionsAndTrailersAreRefused(String begun) throws IOException {
    take(CHUNKED + begun);

    assertThatThrownBy(() -> take("b".repeat(64 * 1024 + 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("around a chunk");
  }

  @Test
  void aBrokenBodyIsToldBeforeTheExchange() throws IOException {
    take(CHUNKED + "5\r\nhe");
    var reason = new IOException("gone");

    reader.broke(reason, 9);

    assertThat(told.ends()).isEqualTo(1);
    assertThat(told.brokenBody()).contains(reason);
    assertThat(told.broken()).contains(reason);
  }

  @Test
  void withoutABodyOnlyTheExchangeBreaks() {
    var reason = new IOException("gone");

    reader.broke(reason, 9);

    assertThat(told.ends()).isZero();
    assertThat(told.broken()).contains(reason);
  }
}
