package org.pabean;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class CoreModulesTests {

  @Test
  void packagesImportOnlyThoseAboveThem() {
    ApplicationModules.of("org.pabean").verify();
  }
}
