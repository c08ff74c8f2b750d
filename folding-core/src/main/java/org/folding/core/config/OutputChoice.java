package org.folding.core.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a run writes.
 *
 * @param folder where to
 * @param formats which files, at least one
 * @param checkpointSeconds how many seconds lie between two checkpoints, from which a run can go on
 *     that was stopped; 0 makes none
 */
public record OutputChoice(Path folder, Set<OutputFormat> formats, double checkpointSeconds) {
  /** Copies the formats. */
  public OutputChoice {
    Objects.requireNonNull(folder, "folder is null");
    formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
  }
}
