package dev.tr116.junit;

import dev.tr116.llm.ApiKey;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaClient;
import dev.tr116.llm.OpenAiAccess;
import dev.tr116.llm.OpenAiClient;
import dev.tr116.plan.BackendChoice;
import dev.tr116.plan.Property;
import dev.tr116.plan.Settings;
import dev.tr116.plan.SettingsException;
import java.util.List;

/** Chooses the client that speaks to a session's servers. */
final class Clients {
  private Clients() {}

  /** A client without connections yet. */
  static LlmClient of(Settings settings, RunningBackend backend) {
    return settings.backend() == BackendChoice.OPENAI
        ? new OpenAiClient(new OpenAiAccess(settings.openAiApi(), key(settings), backend.served()))
        : new OllamaClient();
  }

  /**
   * The key that OpenAI-compatible servers are shown.
   *
   * @throws SettingsException when the environment holds none that can be sent
   */
  static ApiKey key(Settings settings) {
    try {
      return ApiKey.of(settings.openAiKeyVariable(), System::getenv);
    } catch (IllegalArgumentException unusable) {
      throw new SettingsException(
          List.of(Property.OPENAI_KEY_VARIABLE.key() + ": " + unusable.getMessage()));
    }
  }
}
