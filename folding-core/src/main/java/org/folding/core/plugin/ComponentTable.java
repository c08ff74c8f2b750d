package org.folding.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folding.api.ComponentFactory;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;
import org.folding.engine.text.NearestWord;

/** The components of one kind, by name. */
final class ComponentTable<F extends ComponentFactory> {

  /** Puts a factory behind a guard. */
  @FunctionalInterface
  interface Wrapper<F> {
    F wrap(F factory, ComponentTraits traits, PluginGuard guard);
  }

  private final ComponentKind kind;
  private final Wrapper<F> wrapper;
  private final Map<String, Component<F>> components = new TreeMap<>();

  ComponentTable(ComponentKind kind, Wrapper<F> wrapper) {
    this.kind = kind;
    this.wrapper = wrapper;
  }

  /**
   * Checks what a plugin would add.
   *
   * @param factories what the plugin returned
   * @param origin the plugin
   * @param problems receives what is wrong
   * @return the components, to be handed to {@link #addAll} if there are no problems
   */
  List<Component<F>> check(List<F> factories, PluginOrigin origin, PluginProblems problems) {
    List<Component<F>> checked = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < factories.size(); i++) {
      F factory = factories.get(i);
      String owner = kind.words() + " number " + (i + 1) + " of " + origin.pluginClass();
      if (factory == null) {
        problems.add(origin.place() + ": " + owner + " is null; ask the plugin's author");
        continue;
      }
      try {
        ComponentTraits traits =
            ComponentTraits.read(kind, factory, new PluginGuard(origin, owner));
        String clash = clash(traits.name(), names, origin);
        if (clash.isEmpty()) {
          checked.add(new Component<>(guarded(factory, traits, origin), origin));
        } else {
          problems.add(clash);
        }
      } catch (InvalidInputException e) {
        e.problems().forEach(line -> problems.add(origin.place() + ": " + owner + " " + line));
      } catch (FoldingException e) {
        problems.add(e.getMessage(), e);
      }
    }
    return checked;
  }

  /** Folding's own components need no guard: where they fail, folding is at fault. */
  private F guarded(F factory, ComponentTraits traits, PluginOrigin origin) {
    return origin.source() == PluginOrigin.Source.BUILT_IN
        ? factory
        : wrapper.wrap(factory, traits, new PluginGuard(origin, quoted(traits.name())));
  }

  private String clash(String name, Set<String> names, PluginOrigin origin) {
    if (!names.add(name)) {
      return origin.place() + ": " + origin.pluginClass() + " brings " + quoted(name) + " twice";
    }
    Component<F> taken = components.get(name);
    if (taken == null) {
      return "";
    }
    return quoted(name)
        + " is already registered by "
        + words(taken.origin())
        + "; "
        + words(origin)
        + " also provides it: remove one of them, or ask its author to rename the component";
  }

  private static String words(PluginOrigin origin) {
    return origin.pluginClass() + " (" + origin.place() + ")";
  }

  void addAll(List<Component<F>> checked) {
    checked.forEach(component -> components.put(component.name(), component));
  }

  ComponentTable<F> copy() {
    ComponentTable<F> copy = new ComponentTable<>(kind, wrapper);
    copy.components.putAll(components);
    return copy;
  }

  List<Component<F>> all() {
    return List.copyOf(components.values());
  }

  Component<F> get(String name) {
    Component<F> component = components.get(name);
    if (component == null) {
      throw new InvalidInputException(
          quoted(name) + " does not exist; " + suggestion(name) + known());
    }
    return component;
  }

  private String suggestion(String name) {
    return NearestWord.among(name, components.keySet())
        .map(word -> "did you mean '" + word + "'? There are: ")
        .orElse(components.isEmpty() ? "there is none" : "there are: ");
  }

  private String known() {
    return components.values().stream()
        .map(component -> component.name() + " (" + component.origin().place() + ")")
        .collect(Collectors.joining(", "));
  }

  private String quoted(String name) {
    return kind.words() + " '" + name + "'";
  }
}
