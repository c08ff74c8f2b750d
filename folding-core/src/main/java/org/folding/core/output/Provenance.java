package org.folding.core.output;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run was made from, so that it can be repeated.
 *
 * @param started when
 * @param configuration every property of the run with its value, defaults included
 * @param model the files of the model; empty for one that is built
 * @param data the files of the data and their labels
 * @param plugins the plugin JARs that the run used
 * @param seed what every random choice derives from
 * @param threads the number of worker threads
 */
public record Provenance(
    Instant started,
    Map<String, String> configuration,
    List<FileHash> model,
    List<FileHash> data,
    List<FileHash> plugins,
    long seed,
    int threads) {

  /** Copies the collections. */
  public Provenance {
    Objects.requireNonNull(started, "started is null");
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
    model = List.copyOf(model);
    data = List.copyOf(data);
    plugins = List.copyOf(plugins);
  }
}
