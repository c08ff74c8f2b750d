package org.folding.core.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentRegistry;

/** Chooses the loader of a model. */
public final class ModelLoaders {
  /** A name with an extension and without a scheme such as {@code cantornet:}. */
  private static final Pattern FILE =
      Pattern.compile("(?![a-zA-Z][a-zA-Z0-9+-]+:).*\\.[a-zA-Z]\\w*");

  private ModelLoaders() {}

  /**
   * @param source what the user named as a model
   * @param name the loader's name, if the user gave one
   * @param setting what the user can set to a loader's name, as messages call it
   * @param registry the loaders that exist
   * @return the loader
   * @throws InvalidInputException if no loader, or more than one, recognises such a model
   */
  public static ModelLoaderFactory choose(
      ModelSource source, Optional<String> name, String setting, ComponentRegistry registry) {
    if (name.isPresent()) {
      return registry.modelLoader(name.get()).factory();
    }
    List<Component<ModelLoaderFactory>> accepting =
        registry.modelLoaders().stream().filter(c -> c.factory().accepts(source)).toList();
    if (accepting.size() == 1) {
      return accepting.get(0).factory();
    }
    if (accepting.isEmpty()) {
      throw new InvalidInputException(
          "model: no loader recognises '"
              + source.text()
              + "'; set "
              + setting
              + " to one of "
              + registry.modelLoaders().stream()
                  .map(Component::name)
                  .collect(Collectors.joining(", ")));
    }
    throw new InvalidInputException(
        "model: several loaders recognise '"
            + source.text()
            + "'; set "
            + setting
            + " to one of "
            + accepting.stream()
                .map(c -> c.name() + " (" + c.origin().place() + ")")
                .collect(Collectors.joining(", ")));
  }

  /**
   * Checks that a model that is named as a file is there. Other names are the loader's business.
   *
   * @param source what the user named as a model
   * @return the source
   * @throws InvalidInputException if the file is missing
   */
  public static ModelSource requireFile(ModelSource source) {
    return requireFile(source, "");
  }

  /** Tells also where the user named the model. */
  static ModelSource requireFile(ModelSource source, String origin) {
    if (FILE.matcher(source.text()).matches()) {
      try {
        Path file = source.file().normalize();
        if (!Files.isRegularFile(file)) {
          throw new InvalidInputException(GeneralOptions.missing(RunKeys.MODEL, file, origin));
        }
      } catch (InvalidPathException e) {
        throw new InvalidInputException("model: no file can have the name " + source.text(), e);
      }
    }
    return source;
  }

  /** The file that a model is named as, if it is. */
  static Optional<Path> file(ModelSource source) {
    try {
      return Optional.of(source.file()).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
