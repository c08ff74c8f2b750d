package com.example.turnback;

import java.util.Map;
import org.folding.testkit.PluginContract;
import org.junit.jupiter.api.Test;

final class TurnbackPluginTest {

  @Test
  void keepsTheContractOfPlugins() {
    PluginContract.of(new TurnbackPlugin()).check();
    PluginContract.of(new TurnbackPlugin()).metric("turnback", Map.of("tolerance", "2")).check();
  }
}
