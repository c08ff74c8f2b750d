package org.folding.core.plugin;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The class loader of one plugin. It sees the JDK, the plugin's own JARs and the packages {@code
 * org.folding.api} of the host; nothing else of the host, so that a plugin may bring any version of
 * any library.
 *
 * <p>The parent is the platform class loader. Resources are looked up in it and in the JARs alone,
 * so the host's service files never show: otherwise each plugin would seem to bring the built-in
 * components again.
 */
final class PluginClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String SHARED_PACKAGE = "org.folding.api.";

  private final ClassLoader host;
  private final boolean loneJar;

  /**
   * @param name names the plugin in messages
   * @param jars the plugin's JARs
   * @param loneJar whether the plugin is a JAR without a folder of its own
   * @param host the loader of folding-api
   */
  PluginClassLoader(String name, URL[] jars, boolean loneJar, ClassLoader host) {
    super(name, jars, ClassLoader.getPlatformClassLoader());
    this.loneJar = loneJar;
    this.host = host;
  }

  /**
   * @param className a class
   * @return whether it belongs to the packages that host and plugins share
   */
  static boolean isShared(String className) {
    return className.startsWith(SHARED_PACKAGE);
  }

  /**
   * @return whether the plugin is a JAR without a folder of its own
   */
  boolean isLoneJar() {
    return loneJar;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return isShared(name) ? host.loadClass(name) : super.loadClass(name, resolve);
  }

  @Override
  public String toString() {
    return "plugin " + getName();
  }
}
