package dev.tr116.faults;

import dev.tr116.plan.TransportChoice;

class LargeFaultsOnSelectorTest extends LargeFaultsTest {
  @Override
  TransportChoice transport() {
    return TransportChoice.SELECTOR;
  }
}
