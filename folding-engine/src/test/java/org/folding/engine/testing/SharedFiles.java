package org.folding.engine.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds real models, data and oracles that are kept outside the checkout, in a folder {@code
 * shared} beside it or wherever the system property {@code folding.shared} or the environment
 * variable {@code FOLDING_SHARED} says. Where they are absent the test is skipped; in continuous
 * integration ({@code CI=true}) it fails.
 */
public final class SharedFiles {
  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private SharedFiles() {}

  /**
   * @param name a file or folder, relative to the shared folder
   * @return where it is
   */
  public static Path find(String name) {
    Path file = root().resolve(name);
    if (!Files.exists(file)) {
      String reason = file + " is not there: this test needs the shared models and oracles";
      if ("true".equals(System.getenv("CI"))) {
        fail(reason);
      }
      if (TOLD.add(name)) {
        // Surefire keeps the reason of a skipped test out of its console output.
        System.out.println("[SKIPPED] " + reason);
      }
      assumeTrue(false, reason);
    }
    return file;
  }

  private static Path root() {
    String property = System.getProperty("folding.shared");
    String variable = System.getenv("FOLDING_SHARED");
    if (property != null) {
      return Path.of(property);
    }
    if (variable != null) {
      return Path.of(variable);
    }
    // Surefire runs tests in the module's folder: up to the checkout, then beside it.
    return Path.of("").toAbsolutePath().getParent().resolveSibling("shared");
  }
}
