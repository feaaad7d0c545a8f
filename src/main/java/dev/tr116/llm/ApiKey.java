package dev.tr116.llm;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The key a server may ask for. It leaves this class as a request's header and in no other way. */
public final class ApiKey {
  /** No key, and no variable that could hold one. */
  public static final ApiKey NONE = new ApiKey("", Optional.empty());

  private static final String REPLACEMENT = "***";

  private final String variable;
  private final Optional<String> value;

  private ApiKey(String variable, Optional<String> value) {
    this.variable = variable;
    this.value = value;
  }

  /**
   * The value of an environment variable; no key when that is not set or blank.
   *
   * @param environment gives a variable's value, or null
   * @throws IllegalArgumentException when the value cannot stand in a header; the message is for
   *     people and does not hold it
   */
  public static ApiKey of(String variable, UnaryOperator<@Nullable String> environment) {
    var value =
        Optional.ofNullable(environment.apply(variable))
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    if (value.isPresent() && !value.get().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(OpenAiMessages.unusableKey(variable));
    }
    return new ApiKey(variable, value);
  }

  /** The variable it is taken from. */
  String variable() {
    return variable;
  }

  /** Whether there is one. */
  boolean isSet() {
    return value.isPresent();
  }

  /** The value of the {@code Authorization} header. */
  Optional<String> authorization() {
    return value.map(key -> "Bearer " + key);
  }

  /** The same request with the key, where there is one. */
  HttpRequest.Builder on(HttpRequest.Builder request) {
    authorization().ifPresent(value -> request.setHeader("Authorization", value));
    return request;
  }

  /** A server's text without the key, should it have repeated it. */
  String without(String text) {
    return value.map(key -> text.replace(key, REPLACEMENT)).orElse(text);
  }

  @Override
  public String toString() {
    return "ApiKey[" + variable + (isSet() ? ", set]" : ", not set]");
  }
}
