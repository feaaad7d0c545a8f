package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tr116.plan.GenerationOptions;
import dev.tr116.plan.Model;
import dev.tr116.plan.Timeouts;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestBodyTest {
  private static String body(
      String prompt, Optional<String> system, GenerationOptions options, String keepAlive) {
    var request =
        new LlmRequest(
            URI.create("http://127.0.0.1:11434"),
            Model.named("gemma3"),
            prompt,
            system,
            options,
            "prompt",
            keepAlive,
            Timeouts.STANDARD,
            0);
    return new String(RequestBody.generate(request), UTF_8);
  }

  @Test
  void whatIsNotAskedForIsLeftOut() {
    assertThat(body("Hi \"you\"", Optional.empty(), GenerationOptions.SERVER_DEFAULTS, "10m"))
        .isEqualTo(
            """
            {"model":"gemma3:latest","prompt":"Hi \\"you\\"","stream":true,"keep_alive":"10m"}""");
  }

  @Test
  void optionsKeepTheirTypesAndTheirOrder() {
    var options =
        GenerationOptions.parse("num_gpu=80,num_ctx=512,temperature=1.0,use_mmap=true,stop=END");

    assertThat(body("Hi", Optional.of("Be brief."), options, "300"))
        .isEqualTo(
            """
            {"model":"gemma3:latest","prompt":"Hi","system":"Be brief.","stream":true,\
            "keep_alive":300,"options":{"num_gpu":80,"num_ctx":512,"temperature":1.0,\
            "use_mmap":true,"stop":["END"]}}""");
  }

  @Test
  void halfASurrogatePairDoesNotStopACall() {
    assertThat(body("\ud83d", Optional.empty(), GenerationOptions.SERVER_DEFAULTS, "-1"))
        .contains("\"prompt\":\"?\"")
        .contains("\"keep_alive\":-1");
  }

  @Test
  void anOptionOfAnotherTypeIsRefused() {
    var options = new GenerationOptions(Map.of("num_ctx", 'x'));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> body("Hi", Optional.empty(), options, "10m"))
        .withMessage(FailureMessages.optionType("num_ctx", 'x'));
  }

  @Test
  void anEndpointNeedsAHost() {
    for (var wrong : new String[] {"localhost:11434", "ftp://host", "http:///path", "/path"}) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> Requests.to(URI.create(wrong)))
          .withMessage(FailureMessages.noEndpoint(URI.create(wrong)));
    }
  }
}
