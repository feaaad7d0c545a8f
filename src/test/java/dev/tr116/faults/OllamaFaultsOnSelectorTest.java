package dev.tr116.faults;

import dev.tr116.plan.TransportChoice;

class OllamaFaultsOnSelectorTest extends OllamaFaultsTest {
  @Override
  TransportChoice transport() {
    return TransportChoice.SELECTOR;
  }
}
