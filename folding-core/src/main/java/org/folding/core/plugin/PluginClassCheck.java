package org.folding.core.plugin;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Looks at the class that a service file names, without running any of its code, so that what
 * {@link java.util.ServiceLoader} would refuse is told with its remedy.
 */
final class PluginClassCheck {
  private PluginClassCheck() {}

  /**
   * @param origin the plugin
   * @param problems receives what is wrong with the class
   */
  static void check(PluginOrigin origin, PluginProblems problems) {
    String where = origin.place() + ": ";
    String named = "class " + origin.pluginClass();
    try {
      String fault = fault(Class.forName(origin.pluginClass(), false, origin.loader()));
      if (!fault.isEmpty()) {
        problems.add(where + named + " " + fault);
      }
    } catch (ClassNotFoundException e) {
      problems.add(
          where
              + (e.getCause() instanceof IOException
                  ? named + " cannot be read, the JAR is damaged; build it or copy it again"
                  : JarFacts.SERVICE_FILE
                      + " names "
                      + named
                      + ", which is not in the plugin; mend the name, or build the JAR with it"),
          e);
    } catch (LinkageError | SecurityException e) {
      problems.add(where + named + " " + PluginFaults.explain(e, origin), e);
    }
  }

  private static String fault(Class<?> type) {
    if (!FoldingPlugin.class.isAssignableFrom(type)) {
      return "is named as a plugin but does not implement " + FoldingPlugin.class.getName();
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return "is abstract; name a class of which an instance can be made";
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      return "is not public; declare it public";
    }
    boolean constructible =
        Arrays.stream(type.getConstructors())
            .anyMatch(constructor -> constructor.getParameterCount() == 0);
    return constructible ? "" : "has no public constructor without arguments; add one";
  }
}
