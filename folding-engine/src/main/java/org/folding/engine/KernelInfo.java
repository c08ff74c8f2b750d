package org.folding.engine;

import java.util.Optional;
import org.folding.engine.kernel.KernelChoice;

/**
 * Which inner loops exact walks run on in this JVM. Both kinds give the same bits; those on vectors
 * are several times as fast.
 *
 * @param bits the width of the vectors in bits; 0 for the loops in plain Java
 * @param obstacle why the loops in plain Java run; empty where those on vectors do
 */
public record KernelInfo(int bits, Optional<String> obstacle) {

  /**
   * @return the loops of this JVM
   */
  public static KernelInfo current() {
    return new KernelInfo(KernelChoice.bits(), KernelChoice.obstacle());
  }

  /**
   * @return {@code vector} or {@code plain}
   */
  public String kind() {
    return bits > 0 ? "vector" : "plain";
  }

  /**
   * @return in words, such as {@code vector (512 bits)} or {@code plain (the JVM was started
   *     without …)}
   */
  @Override
  public String toString() {
    return kind() + " (" + obstacle.orElseGet(() -> bits + " bits") + ")";
  }
}
