package dev.tr116.report.page;

import dev.tr116.metrics.Definitions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What every figure of the page means. */
final class DefinitionsSection {
  private DefinitionsSection() {}

  static Optional<Section> of(PageData data) {
    var html = new Html();
    html.p(
        "T is an agent's own time inside a run, T0 its time alone on the same server with the same"
            + " prompt, options and seed, W the time from the barrier to the end of the last agent, N"
            + " the number of agents. Definitions of "
            + Definitions.VERSION
            + ".");
    html.open("details").element("summary", "Every figure and its formula");
    html.open("dl", "class", "answers");
    all().forEach((name, text) -> html.element("dt", name).element("dd", text));
    html.close("dl").close("details");
    return Section.of("definitions", "Definitions", html);
  }

  private static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    all.put("speedup (TR116)", "sum of T / W.");
    all.put(
        "efficiency (TR116)",
        "100 x sum of T / (N x W), %. Agents that all become three times slower still have 100 %.");
    all.put(
        "true speedup",
        "sum of T0 / W: how much faster than one agent after the other. Below 1, side by side is"
            + " slower.");
    all.put("true efficiency", "100 x true speedup / N, %.");
    all.put(
        "levelled",
        "the same with each T0 rebuilt for the number of tokens of the run: fixed part + (tokens -"
            + " 1) / decode rate alone.");
    all.put("slowdown", "T / T0 of an agent.");
    all.put("fairness (Jain)", "(sum of x)² / (N x sum of x²) with x = 1 / slowdown; 1 is even.");
    all.put("ideal", "sum of T0 / N: the W of agents that do not disturb each other.");
    all.put(
        "contention",
        "mean T - mean T0, split by the server's own durations into load, queue, prefill, decode,"
            + " and client, which is the rest. Below 0 it is a gain.");
    all.put("imbalance", "longest T - mean T.");
    all.put("orchestration", "W - longest T.");
    all.put("TTFT", "first token, of thinking or of the answer, minus the request, ms.");
    all.put("TTFC", "first text of the answer minus the request, ms.");
    all.put("ITL", "time between two successive chunks of a stream, ms.");
    all.put(
        "decode rate", "(tokens - 1) / (last chunk - first token) on the client's clock, tok/s.");
    all.put(
        "throughput (TR116)",
        "tokens / eval_duration as the server tells them, mean of the agents' calls, tok/s; it is"
            + " n / (n - 1) too high.");
    all.put("start skew", "time between the first and the last agent's request, ms.");
    all.put(
        "contention by TR116's rules", "TTFT of an agent above 3 s, or speedup of two below 1.5.");
    all.put(
        "energy of a token",
        "energy of the window in which agents work / tokens in it, J; tokens per joule is its"
            + " inverse.");
    all.put(
        "95 % interval",
        "of the mean over runs, by bootstrap (BCa, 10 000 resamples, one fixed seed). With few runs"
            + " it is too narrow: with five it held the true mean in 84 of 100 trials with normal"
            + " values.");
    all.put(
        "percentile",
        "by linear interpolation (Hyndman-Fan type 7); p95 takes 59 values, p99 takes 299.");
    all.put(
        "verdict",
        "PASS: the whole interval is within the alert. FAIL: all of it is beyond. INCONCLUSIVE: it"
            + " holds the alert, or there are fewer than three runs. INVALID: no run can be trusted.");
    all.put(
        "sigma, kappa, N*",
        "of the Universal Scalability Law, N / (1 + sigma (N - 1) + kappa N (N - 1)), by least"
            + " squares; N* = sqrt((1 - sigma) / kappa).");
    all.put(
        "p (Holm)",
        "of the two-sided Mann-Whitney test, corrected for all tests of the same figure.");
    all.put("-", "was not measured; it is never 0.");
    return all;
  }
}
