package org.folding.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import picocli.CommandLine.Option;

/** The option {@code --plugins} of commands that read no properties. */
final class PluginFolder {
  private static final Path DEFAULT = Path.of("plugins");

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "The folder of plugin JARs; by default 'plugins', where it exists.")
  private Path folder;

  Optional<Path> path() {
    if (folder == null) {
      return Optional.of(DEFAULT).filter(Files::isDirectory);
    }
    if (!Files.exists(folder)) {
      throw new InvalidInputException("--plugins: folder " + folder + " does not exist");
    }
    return Optional.of(folder);
  }
}
