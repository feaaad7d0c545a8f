package dev.tr116.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.llm.LlmClient;
import dev.tr116.llm.OllamaAccess;
import dev.tr116.llm.OllamaClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaFaultsTest extends PlayedFaults {
  @Override
  List<Fault> faults() {
    return Faults.ofOllama();
  }

  @Override
  LlmClient client() {
    return new OllamaClient(OllamaAccess.OPEN, transport());
  }

  @Test
  void areSixtyAndMoreWithoutCountingTheAgents() {
    assertThat(faults()).hasSizeGreaterThanOrEqualTo(60);
  }
}
