package dev.tr116.faults;

import dev.tr116.plan.TransportChoice;

class OpenAiFaultsOnSelectorTest extends OpenAiFaultsTest {
  @Override
  TransportChoice transport() {
    return TransportChoice.SELECTOR;
  }
}
