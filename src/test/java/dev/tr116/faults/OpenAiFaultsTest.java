package dev.tr116.faults;

import dev.tr116.llm.ApiKey;
import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OpenAiAccess;
import dev.tr116.llm.OpenAiClient;
import dev.tr116.llm.ServerTrust;
import dev.tr116.plan.OpenAiApi;
import java.util.List;
import java.util.Map;

class OpenAiFaultsTest extends PlayedFaults {
  @Override
  List<Fault> faults() {
    return Faults.ofOpenAi();
  }

  @Override
  LlmClient client() {
    return new OpenAiClient(
        new OpenAiAccess(OpenAiApi.CHAT, ApiKey.of("KEY", name -> null), Map.of()),
        ServerTrust.OF_JAVA,
        transport());
  }
}
