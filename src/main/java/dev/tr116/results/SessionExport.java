package dev.tr116.results;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Hands a stored session to other programs, made anew from its records. */
public final class SessionExport {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private SessionExport() {}

  /** One row a run: the {@code analysis.csv}. */
  public static void runs(StoredSession session, Writer out) throws IOException {
    out.write(AnalysisCsv.of(session.session(), runs(session)));
  }

  /** One row a call, those that loaded a model and those of agents alone included. */
  public static void calls(StoredSession session, Writer out) throws IOException {
    out.write(CallRow.HEADER);
    for (var run : blocks(session)) {
      for (var row : CallRow.of(run)) {
        out.write(row.line());
      }
    }
  }

  /**
   * One row for every streamed line with text: when it arrived, ns from the barrier of its part.
   */
  public static void chunks(StoredSession session, Writer out) throws IOException {
    out.write(CallRow.CHUNK_HEADER);
    for (var run : blocks(session)) {
      for (var row : CallRow.of(run)) {
        for (var i = 0; i < row.call().chunks().size(); i++) {
          out.write(row.chunkLine(i));
        }
      }
    }
  }

  /** Settings and course of the session, the summary of each cell, and the record of each run. */
  public static void json(StoredSession session, OutputStream out) throws IOException {
    var folder = session.session().directory();
    try (var json = MAPPER.getFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeFieldName("session");
      copy(folder.resolve("session.json"), json);
      json.writeArrayFieldStart("cells");
      for (var verdict : session.verdicts()) {
        json.writeTree(SummaryJson.of(verdict));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("runs");
      for (var run : blocks(session)) {
        copy(run.stored().record(), json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("missing");
      for (var run : session.missing()) {
        json.writeString(run.id().key());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("unreadable");
      for (var why : session.unreadable()) {
        json.writeString(why);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void copy(java.nio.file.Path file, JsonGenerator json) throws IOException {
    json.writeTree(MAPPER.readTree(file.toFile()));
  }

  /** Every recorded run, in the order of the plan. */
  static List<StoredRun> runs(StoredSession session) {
    return blocks(session).stream().map(KeptBlock::stored).toList();
  }

  private static List<KeptBlock> blocks(StoredSession session) {
    var found = new HashMap<dev.tr116.plan.RunId, KeptBlock>();
    session.cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .forEach(block -> found.put(block.run().id(), block));
    return session.session().matrix().runs().stream()
        .flatMap(planned -> Stream.ofNullable(found.get(planned.id())))
        .toList();
  }
}
