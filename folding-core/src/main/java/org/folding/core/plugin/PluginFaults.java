package org.folding.core.plugin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folding.api.plugin.ApiLevel;
import org.folding.api.plugin.FoldingPlugin;

/**
 * Puts what a plugin threw into words. Each explanation is a clause whose subject the caller
 * supplies, and ends with a remedy: {@code throws IllegalStateException: no licence; …}.
 */
final class PluginFaults {
  private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");
  private static final int CLASS_FILE_VERSION_OF_JAVA_0 = 44;
  private static final String AUTHOR =
      "; this is a fault of the plugin: ask its author, or remove it";

  private PluginFaults() {}

  /**
   * @param fault what was thrown
   * @param origin the plugin that threw it
   * @return a clause in one line
   */
  static String explain(Throwable fault, PluginOrigin origin) {
    Throwable cause = fault.getCause();
    if (fault instanceof ServiceConfigurationError && cause != null) {
      return explain(cause, origin);
    }
    if (fault instanceof UnsupportedClassVersionError) {
      return newerJava(fault);
    }
    if (fault instanceof ExceptionInInitializerError) {
      return cause instanceof LinkageError
          ? explain(cause, origin)
          : "fails in a static initialiser with " + words(cause == null ? fault : cause) + AUTHOR;
    }
    if (fault instanceof ClassFormatError) {
      return "is damaged (" + words(fault) + "); build the JAR or copy it again";
    }
    if (fault instanceof UnsatisfiedLinkError) {
      return "cannot load a native library ("
          + words(fault)
          + "); install it as the plugin's documentation says, or remove the plugin";
    }
    if (words(fault).startsWith("NoClassDefFoundError: Could not initialize class")) {
      return "needs a class whose static initialiser failed before (" + words(fault) + ")" + AUTHOR;
    }
    Optional<String> missing = missingClass(fault);
    if (missing.isPresent()) {
      return missingClass(missing.get(), origin);
    }
    if (fault instanceof LinkageError) {
      return "does not fit this version of folding (" + words(fault) + "); " + levels(origin);
    }
    return "throws " + words(fault) + AUTHOR;
  }

  /**
   * @return a throwable's class and message in one line
   */
  static String words(Throwable fault) {
    String message = fault.getMessage();
    String name = fault.getClass().getSimpleName();
    return message == null || message.isBlank() ? name : name + ": " + oneLine(message);
  }

  /**
   * @return the text with its line breaks replaced, since each problem is one line
   */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The class that is not there; empty where the fault is another one. */
  private static Optional<String> missingClass(Throwable fault) {
    String message = fault.getMessage();
    if (!(fault instanceof NoClassDefFoundError) || message == null) {
      return Optional.empty();
    }
    // The same error tells of a class that was found but whose initialiser failed before, or whose
    // file bears the name of another class; only a bare name tells of a missing one.
    return message.contains(" ") ? Optional.empty() : Optional.of(message.replace('/', '.'));
  }

  private static String missingClass(String name, PluginOrigin origin) {
    if (PluginClassLoader.isShared(name)) {
      return "needs "
          + name
          + ", which the folding-api of this folding does not have; "
          + levels(origin);
    }
    if (name.startsWith("org.folding.")) {
      return "needs "
          + name
          + ", but of folding a plugin sees the packages org.folding.api alone; ask its author, or"
          + " remove it";
    }
    return "needs class " + name + ", which is not in the plugin; " + whereToPut(origin);
  }

  private static String whereToPut(PluginOrigin origin) {
    if (origin.jar().isEmpty()) {
      return "put the JAR that holds it on the class path";
    }
    Path jar = origin.jar().get();
    boolean alone = origin.loader() instanceof PluginClassLoader loader && loader.isLoneJar();
    if (!alone) {
      return "put the JAR that holds it beside " + jar;
    }
    String fileName = jar.getFileName().toString();
    Path own = jar.resolveSibling(fileName.substring(0, fileName.lastIndexOf('.')));
    return "make a folder "
        + own
        + ", move "
        + fileName
        + " there and put the JAR that holds the class beside it";
  }

  private static String newerJava(Throwable fault) {
    int running = Runtime.version().feature();
    Matcher matcher = CLASS_FILE_VERSION.matcher(String.valueOf(fault.getMessage()));
    if (!matcher.find()) {
      return "needs a newer Java than " + running + " (" + words(fault) + ")";
    }
    int needed = Integer.parseInt(matcher.group(1)) - CLASS_FILE_VERSION_OF_JAVA_0;
    return "needs Java "
        + needed
        + " but this is Java "
        + running
        + "; run folding with Java "
        + needed
        + " or newer, or have the plugin compiled with --release "
        + running;
  }

  /** Says for which SPI the plugin was built and which one is here. */
  static String levels(PluginOrigin origin) {
    String stated =
        origin.apiLevel().isPresent()
            ? "the plugin was built for API level " + origin.apiLevel().getAsInt()
            : "the plugin states no " + ApiLevel.MANIFEST_ATTRIBUTE;
    String version = FoldingPlugin.class.getPackage().getImplementationVersion();
    return stated
        + " and this folding has level "
        + ApiLevel.CURRENT
        + ": rebuild the plugin against folding-api"
        + (version == null ? "" : " " + version);
  }
}
