package dev.tr116.junit;

import dev.tr116.llm.ApiKey;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.llm.OpenAiAccess;
import dev.tr116.llm.OpenAiClient;
import dev.tr116.llm.ServerTrust;
import dev.tr116.plan.BackendChoice;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Chooses the client that speaks to a session's servers. */
final class Clients {
  private Clients() {}

  /** A client without connections yet. */
  static LlmClient of(Settings settings, RunningBackend backend) {
    return settings.backend() == BackendChoice.OPENAI
        ? new OpenAiClient(
            new OpenAiAccess(settings.openAiApi(), key(settings), backend.served()),
            trust(settings),
            settings.transport())
        : new OllamaClient(ollama(settings), settings.transport());
  }

  /**
   * How Ollama servers are called.
   *
   * @throws SettingsException when the key or the certificates that are named cannot be had
   */
  static OllamaAccess ollama(Settings settings) {
    return new OllamaAccess(
        settings.ollamaKeyVariable().map(variable -> wanted(variable)).orElse(ApiKey.NONE),
        trust(settings));
  }

  private static ApiKey wanted(String variable) {
    if (Optional.ofNullable(System.getenv(variable)).filter(key -> !key.isBlank()).isEmpty()) {
      throw new SettingsException(
          List.of(
              Property.OLLAMA_KEY_VARIABLE.key()
                  + "="
                  + variable
                  + ": the environment holds no such variable; set it, or leave the property out"));
    }
    return key(Property.OLLAMA_KEY_VARIABLE, variable);
  }

  /**
   * Whose certificates servers may show.
   *
   * @throws SettingsException when the file that is named holds none
   */
  static ServerTrust trust(Settings settings) {
    if (settings.tlsCa().isEmpty()) {
      return ServerTrust.OF_JAVA;
    }
    try {
      return ServerTrust.with(settings.tlsCa().get());
    } catch (IOException unreadable) {
      throw new SettingsException(List.of(Property.TLS_CA.key() + ": " + unreadable.getMessage()));
    }
  }

  /**
   * The key that OpenAI-compatible servers are shown.
   *
   * @throws SettingsException when the environment holds none that can be sent
   */
  static ApiKey key(Settings settings) {
    return key(Property.OPENAI_KEY_VARIABLE, settings.openAiKeyVariable());
  }

  private static ApiKey key(Property property, String variable) {
    try {
      return ApiKey.of(variable, System::getenv);
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(List.of(property.key() + ": " + unusable.getMessage()));
    }
  }
}
