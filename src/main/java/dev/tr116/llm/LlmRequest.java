package dev.tr116.llm;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import java.net.URI;
import java.util.Optional;

/**
 * One call to make.
 *
 * @param endpoint the server, e.g. {@code http://127.0.0.1:11434}; a path is a prefix of the API's
 * @param model the model to ask
 * @param prompt what to ask
 * @param system the system text; empty leaves the model's own
 * @param options what is asked of the server, the cap on tokens included
 * @param stage what the call is for, e.g. {@code prompt}
 * @param keepAlive how long the server keeps the model loaded afterwards: a number of seconds, or a
 *     text with a unit such as {@code 10m}
 * @param timeouts how long it may take
 * @param intended when it was meant to start, ns of {@link System#nanoTime()}
 */
public record LlmRequest(
    URI endpoint,
    Model model,
    String prompt,
    Optional<String> system,
    GenerationOptions options,
    String stage,
    String keepAlive,
    Timeouts timeouts,
    long intended) {

  /** Checks that the endpoint can be called at all. */
  public LlmRequest {
    EndpointUri.check(endpoint);
  }

  /** The same, meant to start at another time, ns of {@link System#nanoTime()}. */
  public LlmRequest at(long start) {
    return new LlmRequest(
        endpoint, model, prompt, system, options, stage, keepAlive, timeouts, start);
  }
}
