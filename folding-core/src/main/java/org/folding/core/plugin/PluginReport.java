package org.folding.core.plugin;

import java.util.List;
import java.util.Objects;

/**
 * All plugins that could be loaded, and what is wrong with the others.
 *
 * @param registry what could be loaded; closed by whoever asked for the report
 * @param problems one line each, naming the JAR and the remedy; empty where all is well
 */
public record PluginReport(ComponentRegistry registry, List<String> problems)
    implements AutoCloseable {

  /** Copies the problems. */
  public PluginReport {
    Objects.requireNonNull(registry, "registry is null");
    problems = List.copyOf(problems);
  }

  /** Closes the registry. */
  @Override
  public void close() {
    registry.close();
  }
}
