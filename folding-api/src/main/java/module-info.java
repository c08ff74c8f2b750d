/**
 * The SPI of folding: what a plugin implements, and the values that folding and plugins exchange.
 *
 * <p>At run time it needs the JDK alone. The annotations of JSpecify tell compilers and editors
 * where a null may stand; a program runs without them.
 */
module org.folding.api {
  requires static org.jspecify;

  exports org.folding.api;
  exports org.folding.api.data;
  exports org.folding.api.metric;
  exports org.folding.api.model;
  exports org.folding.api.network;
  exports org.folding.api.path;
  exports org.folding.api.plugin;
  exports org.folding.api.walk;
}
