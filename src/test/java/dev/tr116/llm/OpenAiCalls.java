package dev.tr116.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tr116.plan.OpenAiApi;
import dev.tr116.server.script.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What the tests of calls to OpenAI-compatible servers share. */
final class OpenAiCalls {
  /** A key that no message may hold. */
  static final String SECRET = "sk-very-secret-0123456789";

  static final String VARIABLE = "SOME_KEY";

  private OpenAiCalls() {}

  static OpenAiAccess chat() {
    return new OpenAiAccess(OpenAiApi.CHAT, key(""), Map.of());
  }

  static OpenAiAccess completions() {
    return new OpenAiAccess(OpenAiApi.COMPLETIONS, key(""), Map.of());
  }

  static OpenAiAccess withKey() {
    return new OpenAiAccess(OpenAiApi.CHAT, key(SECRET), Map.of());
  }

  static OpenAiAccess serving(URI endpoint, String... names) {
    return new OpenAiAccess(OpenAiApi.CHAT, key(""), Map.of(endpoint, List.of(names)));
  }

  static ApiKey key(String value) {
    return ApiKey.of(VARIABLE, Map.of(VARIABLE, value)::get);
  }

  /** A stream of these events, and no other. */
  static Script events(String... data) {
    var script = Script.answer();
    for (var each : data) {
      script = script.bytes(("data: " + each + "\n\n").getBytes(UTF_8));
    }
    return script;
  }

  static String content(String text) {
    return delta("\"content\":\"" + text + "\"");
  }

  static String delta(String fields) {
    return "{\"choices\":[{\"index\":0,\"delta\":{" + fields + "},\"finish_reason\":null}]}";
  }

  static String finish(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
  }
}
