package org.folding.testkit;

import java.util.List;
import org.folding.api.walk.CountedUnits;
import org.folding.api.walk.Walk;

/** The walks on which metrics are checked unless others are given. */
final class SampleWalks {
  static final CountedUnits UNITS = Walks.layers(4, 3);

  private SampleWalks() {}

  /** Walks of every sort: the longest in the middle, so that what it leaves behind shows. */
  static List<Walk> all() {
    return List.of(
        Walks.of(UNITS).build(),
        Walks.of(UNITS).step(0.5, 2).build(),
        Walks.of(UNITS).active(0, 5).step(0.125, 0).step(0.375, 5).step(0.875, 6).build(),
        Walks.of(UNITS)
            .active(1, 4)
            .step(0, 0, 1, 2)
            .step(0.0625, 3, 4)
            .step(0.25, 0)
            .step(0.3125, 5, 6, 1)
            .step(0.5, 2, 3)
            .step(0.625, 0, 4)
            .step(0.8125, 6)
            .step(1, 5)
            .build(),
        Walks.of(UNITS).step(0.25, 0).step(0.5, 0).step(0.75, 0).build(),
        Walks.of(UNITS).step(0.25, 0, 4).step(0.75, 0, 4).build(),
        Walks.of(UNITS).active(0, 1, 2, 3, 4, 5, 6).step(0.5, 0, 1, 2, 3, 4, 5, 6).build());
  }
}
