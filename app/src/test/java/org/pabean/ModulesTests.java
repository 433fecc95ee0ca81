package org.pabean;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

  @Test
  void packagesImportOnlyThoseAboveThem() {
    ApplicationModules.of(Pabean.class).verify();
  }
}
