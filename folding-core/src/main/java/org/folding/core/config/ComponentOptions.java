package org.folding.core.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folding.api.ComponentFactory;
import org.folding.api.OptionSpec;
import org.folding.api.Options;
import org.folding.api.Problem;
import org.folding.core.plugin.Component;
import org.folding.core.plugin.ComponentKind;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.problem.RunRemedy;
import org.folding.engine.text.NearestWord;

/** The options of components, and what to say of properties that nobody reads. */
final class ComponentOptions {
  private final RunProperties properties;
  private final ConfigurationProblems problems;
  private final Map<String, ComponentKind> kinds = new HashMap<>();
  private final Set<String> known = new TreeSet<>(RunKeys.names());
  private final Set<String> read = new HashSet<>(RunKeys.names());
  private final Set<ComponentKind> undecided = EnumSet.noneOf(ComponentKind.class);
  private final List<String> ignored = new ArrayList<>();
  private final Map<ComponentKind, List<String>> selected = new LinkedHashMap<>();
  private final Map<String, String> effective = new LinkedHashMap<>();
  private final List<Path> files = new ArrayList<>();

  ComponentOptions(
      RunProperties properties, ComponentRegistry registry, ConfigurationProblems problems) {
    this.properties = properties;
    this.problems = problems;
    addKnown(ComponentKind.MODEL_LOADER, registry.modelLoaders());
    addKnown(ComponentKind.PATH_GENERATOR, registry.pathGenerators());
    addKnown(ComponentKind.METRIC, registry.metrics());
  }

  private <F extends ComponentFactory> void addKnown(
      ComponentKind kind, List<Component<F>> components) {
    selected.put(kind, new ArrayList<>());
    for (Component<F> component : components) {
      for (OptionSpec spec : component.factory().options()) {
        String key = kind.optionPrefix(component.name()) + spec.key();
        known.add(key);
        kinds.put(key, kind);
        if (kind == ComponentKind.MODEL_LOADER) {
          kinds.put(LoaderOptions.shortKey(component.name(), spec), kind);
        }
      }
    }
  }

  /** The key under which an option was given. */
  private String givenKey(ComponentKind kind, String component, OptionSpec spec) {
    String key = kind.optionPrefix(component) + spec.key();
    String shorter = LoaderOptions.shortKey(component, spec);
    if (kind != ComponentKind.MODEL_LOADER || !properties.entries().containsKey(shorter)) {
      return key;
    }
    if (properties.entries().containsKey(key)) {
      read.add(key);
      problems.add(LoaderOptions.givenTwice(key, shorter));
    }
    return shorter;
  }

  /** Reads the options of a component that the run uses; empty where something is wrong. */
  Optional<Options> select(ComponentKind kind, ComponentFactory factory) {
    selected.get(kind).add(factory.name());
    String prefix = kind.optionPrefix(factory.name());
    Map<String, String> given = new LinkedHashMap<>();
    boolean whole = true;
    for (OptionSpec spec : factory.options()) {
      String key = givenKey(kind, factory.name(), spec);
      RunProperties.Entry entry = properties.entries().get(key);
      if (entry != null && properties.unresolved().contains(key)) {
        read.add(key);
        whole = false;
      } else if (entry != null) {
        read.add(key);
        given.put(spec.key(), entry.value());
        effective.put(prefix + spec.key(), entry.value());
      } else {
        spec.defaultValue().ifPresent(value -> effective.put(prefix + spec.key(), value));
      }
    }
    Optional<Options> options =
        problems.collect(
            () -> CheckedOptions.of(prefix, factory.options(), given, properties.directory()));
    options.ifPresent(values -> addFiles(factory.options(), values));
    return whole ? options : Optional.empty();
  }

  private void addFiles(List<OptionSpec> specs, Options options) {
    for (OptionSpec spec : specs) {
      if (spec.type() == OptionSpec.Type.FILE) {
        options.file(spec.key()).ifPresent(files::add);
      }
    }
  }

  /** Lets pass the options of a kind of which it is not known which component was meant. */
  void ignore(ComponentKind kind) {
    undecided.add(kind);
  }

  /** Says nothing of the options of a component that does not exist. */
  void ignore(ComponentKind kind, String name) {
    ignored.add(kind.optionPrefix(name));
  }

  /** Reports every property that nobody read. */
  void reportOthers() {
    for (String key : properties.entries().keySet()) {
      if (read.contains(key) || ignored.stream().anyMatch(key::startsWith)) {
        continue;
      }
      ComponentKind kind = kinds.get(key);
      if (kind == null) {
        problems.add(unknown(key));
      } else if (!undecided.contains(kind)) {
        problems.add(withoutEffect(key, kind));
      }
    }
  }

  private String withoutEffect(String key, ComponentKind kind) {
    String setting =
        switch (kind) {
          case MODEL_LOADER -> "the model's loader is ";
          case PATH_GENERATOR -> "'paths' is ";
          case METRIC -> "'metrics' is ";
        };
    return "'"
        + key
        + "' has no effect, as "
        + setting
        + String.join(",", selected.get(kind))
        + "; remove it, or select its component";
  }

  private Problem unknown(String key) {
    String problem = "'" + key + "' is not a property";
    return NearestWord.among(key, known)
        .map(near -> Problem.of(problem + "; did you mean '" + near + "'?"))
        .orElse(Problem.of(problem, RunRemedy.LIST_PROPERTIES));
  }

  Map<String, String> effective() {
    return effective;
  }

  /** The files that the options of the components that the run uses name. */
  List<Path> files() {
    return files;
  }
}
