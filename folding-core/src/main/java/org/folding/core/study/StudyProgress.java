package org.folding.core.study;

import org.folding.core.pipeline.ProgressListener;

/** Is told how far a study has come. All calls come from the thread that started it. */
public interface StudyProgress {

  /**
   * @param network the name of the network whose paths are walked next
   * @param number its number, from 1
   * @param networks how many there are
   */
  default void network(String network, int number, int networks) {}

  /**
   * @return is told how far the paths of a network have come
   */
  default ProgressListener paths() {
    return ProgressListener.NONE;
  }
}
