package org.folding.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What JVMs that are not here say of themselves, as their documentation and bug reports show it.
 */
final class KernelChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Eclipse OpenJ9 VM | openj9-0.38.0 | JRE 17 Linux amd64-64-Bit | the JVM is Eclipse OpenJ9 VM",
        "OpenJDK 64-Bit Server VM | 21.0.1+12-jvmci-23.1-b19 | mixed mode, sharing | Graal",
        "Java HotSpot(TM) 64-Bit Server VM | 17.0.9+11-LTS-jvmci-23.0-b21 | mixed mode | Graal",
        "OpenJDK 64-Bit Server VM | 17.0.15+6 | interpreted mode, sharing | -Xint",
        "OpenJDK 64-Bit Server VM | 17.0.15+6 | mixed mode, emulated-client, sharing | without C2"
      })
  void declinesVectors(String name, String version, String info, String reason) {
    assertThat(
            KernelChoice.obstacle(
                Map.of("java.vm.name", name, "java.vm.version", version, "java.vm.info", info)
                    ::get))
        .hasValueSatisfying(obstacle -> assertThat(obstacle).contains(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OpenJDK 64-Bit Server VM | 17.0.15+6-Debian-1deb12u1 | mixed mode, sharing",
        "Java HotSpot(TM) 64-Bit Server VM | 21.0.2+13-LTS-58 | mixed mode, sharing"
      })
  void takesVectorsOnHotSpot(String name, String version, String info) {
    assertThat(
            KernelChoice.obstacle(
                Map.of("java.vm.name", name, "java.vm.version", version, "java.vm.info", info)
                    ::get))
        .isEmpty();
  }
}
