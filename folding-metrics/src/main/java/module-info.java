/** The built-in metrics. Programs find them as the service {@code FoldingPlugin}. */
module org.folding.metrics {
  requires transitive org.folding.api;

  exports org.folding.metrics;

  // The service file in META-INF says the same for the class path.
  provides org.folding.api.plugin.FoldingPlugin with
      org.folding.metrics.MetricsPlugin;
}
