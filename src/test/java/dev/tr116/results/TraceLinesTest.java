package dev.tr116.results;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tr116.Traces;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TraceLinesTest {
  @Test
  void holdOneLineACall() throws IOException {
    var lines = lines(Traces.run(1).build());

    assertThat(lines)
        .extracting(line -> line.path("part").textValue() + " " + line.path("role").textValue())
        .containsExactly(
            "concurrent collector", "concurrent insight", "solo collector", "solo insight");
  }

  @Test
  void countFromTheBarrier() throws IOException {
    var call = Traces.call().sent(1.5).thinking(100).content(150, 400).closed(450);

    var line =
        lines(
                Traces.run(1)
                    .agents(Traces.agent(COLLECTOR, 450, call), Traces.agent(INSIGHT, 450))
                    .build())
            .getFirst();

    assertThat(line.toString())
        .isEqualTo(
            "{\"stage\":\"prompt\",\"intended_ns\":0,\"sent_ns\":1500000,\"headers_ns\":1500000,"
                + "\"first_thinking_ns\":100000000,\"first_content_ns\":150000000,"
                + "\"last_content_ns\":400000000,\"done_ns\":450000000,\"closed_ns\":450000000,"
                + "\"done_reason\":\"stop\","
                + "\"chunk_gaps_ns\":[100000000,50000000,250000000],"
                + "\"part\":\"concurrent\",\"role\":\"collector\"}");
  }

  @Test
  void writeNullForAMomentThatDidNotCome() throws IOException {
    var call = Traces.call().neverSent().failed(FailureKind.CONNECT, "nobody there").closed(7);

    var line =
        lines(Traces.run(1).agents(Traces.agent(COLLECTOR, 7, call)).solo().build()).getFirst();

    assertThat(line.path("sent_ns").isNull()).isTrue();
    assertThat(line.path("first_content_ns").isNull()).isTrue();
    assertThat(line.path("done_ns").isNull()).isTrue();
    assertThat(line.path("done_reason").isNull()).isTrue();
    assertThat(line.path("closed_ns").longValue()).isEqualTo(7_000_000);
    assertThat(line.path("chunk_gaps_ns").isEmpty()).isTrue();
  }

  private static List<JsonNode> lines(DualRun run) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(TraceLines.compressed(run)))) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> MetricsJsonTest.read(line.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }
  }
}
