package dev.tr116.performance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * What one client needed for its streams, and how far its stamps were off.
 *
 * @param streams how many at once
 * @param tokens how many arrived
 * @param lost how many did not
 * @param wallS from the first request to the last end, s
 * @param cpuS CPU time of the whole process meanwhile, s
 * @param rssMb the most memory it held from its start on, MiB
 * @param errorP50 arrival by the client minus sending by the server, all tokens, µs
 * @param errorP99 the same
 * @param biasP50 time to the first token by the client minus that by the server, µs
 * @param biasP99 the same
 */
record StreamFigures(
    int streams,
    long tokens,
    long lost,
    @JsonProperty("wall_s") double wallS,
    @JsonProperty("cpu_s") double cpuS,
    @JsonProperty("rss_mb") double rssMb,
    @JsonProperty("error_p50_us") double errorP50,
    @JsonProperty("error_p99_us") double errorP99,
    @JsonProperty("ttft_bias_p50_us") double biasP50,
    @JsonProperty("ttft_bias_p99_us") double biasP99) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double NANOS_PER_MICRO = 1e3;

  /** What the streams of one round come to. */
  static StreamFigures of(
      int streams, int tokens, List<PlayedStream> played, double wallS, double cpuS, double rssMb) {
    var errors = played.stream().flatMapToLong(PlayedStream::errors).sorted().toArray();
    var biases = played.stream().flatMapToLong(PlayedStream::ttftBias).sorted().toArray();
    return new StreamFigures(
        streams,
        errors.length,
        (long) streams * tokens - errors.length,
        wallS,
        cpuS,
        rssMb,
        percentile(errors, 50),
        percentile(errors, 99),
        percentile(biases, 50),
        percentile(biases, 99));
  }

  /** The figures that a client printed. */
  static StreamFigures read(String line) throws IOException {
    return JSON.readValue(line, StreamFigures.class);
  }

  String json() throws IOException {
    return JSON.writeValueAsString(this);
  }

  /** CPU time for each token, µs. */
  double cpuPerToken() {
    return cpuS / tokens * 1e6;
  }

  /** By nearest rank, µs. */
  private static double percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      throw new IllegalStateException("no token has arrived");
    }
    var rank = (int) (((long) sorted.length * percent + 99) / 100);
    return sorted[rank - 1] / NANOS_PER_MICRO;
  }
}
