package org.folding.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folding.api.InvalidInputException;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.core.plugin.ComponentKind;
import org.folding.engine.text.NearestWord;

/** Reads the options of a model's loader where there are no other properties. */
public final class LoaderOptions {
  private LoaderOptions() {}

  /**
   * @param loader the loader
   * @param given values by the keys that a configuration has for them, {@code model.onnx.check} or
   *     shorter {@code onnx.check}
   * @param directory where relative file names start
   * @return the options, with their defaults where none is given
   * @throws InvalidInputException naming every key that is none of the loader's, or else a value
   *     that is wrong
   */
  public static Options read(ModelLoaderFactory loader, Map<String, String> given, Path directory) {
    String prefix = ComponentKind.MODEL_LOADER.optionPrefix(loader.name());
    Map<String, String> unread = new LinkedHashMap<>(given);
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> known = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (OptionSpec spec : loader.options()) {
      String key = prefix + spec.key();
      String shorter = shortKey(loader.name(), spec);
      known.add(key);
      if (unread.containsKey(key) && unread.containsKey(shorter)) {
        problems.add(givenTwice(key, shorter));
      }
      for (String name : List.of(key, shorter)) {
        String value = unread.remove(name);
        if (value != null) {
          values.put(spec.key(), value.strip());
        }
      }
    }
    unread.keySet().forEach(key -> problems.add(unknown(key, loader, known)));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return CheckedOptions.of(prefix, loader.options(), values, directory);
  }

  /** A loader's options may be written without {@code model.}: there is one loader in a run. */
  static String shortKey(String loader, OptionSpec spec) {
    return loader + "." + spec.key();
  }

  static String givenTwice(String key, String shorter) {
    return "'" + shorter + "' and '" + key + "' are the same; remove one of them";
  }

  private static String unknown(String key, ModelLoaderFactory loader, Set<String> known) {
    String options =
        known.isEmpty() ? "; it has none" : "; its options are " + String.join(", ", known);
    return "'"
        + key
        + "' is no option of the model's loader "
        + loader.name()
        + NearestWord.among(key, known)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse(options);
  }
}
