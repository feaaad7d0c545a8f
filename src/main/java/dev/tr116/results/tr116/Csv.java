package dev.tr116.results.tr116;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Splits text into fields as RFC 4180 says; a line end may also be a lone line feed. */
final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private Csv() {}

  /**
   * Every record; blank lines are left out.
   *
   * @throws IllegalArgumentException when a quoted field does not end, or goes on after its end
   */
  static List<List<String>> parse(String text) {
    var whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (var records = MAPPER.readerForListOf(String.class).<List<String>>readValues(whole)) {
      return records.readAll();
    } catch (JsonProcessingException wrong) {
      var line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
      throw new IllegalArgumentException("line " + line + ": " + wrong.getOriginalMessage(), wrong);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory cannot be read", impossible);
    }
  }
}
