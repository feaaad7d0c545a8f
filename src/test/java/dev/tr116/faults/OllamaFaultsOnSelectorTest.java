package dev.tr116.faults;

import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import dev.tr116.plan.TransportChoice;
import java.util.List;

/** The same rows end in the same way, whatever carries the calls. */
class OllamaFaultsOnSelectorTest extends PlayedFaults {
  @Override
  List<Fault> faults() {
    return Faults.ofOllama();
  }

  @Override
  LlmClient client() {
    return new OllamaClient(OllamaAccess.OPEN, TransportChoice.SELECTOR);
  }
}
