package org.folding.core.study;

import org.folding.api.Remedy;

/** What a user can change where a study is refused. */
public enum StudyRemedy implements Remedy {
  /** The study reads MNIST from another folder. */
  MNIST_FOLDER("name the folder of the MNIST files"),
  /** The files of MNIST are fetched. */
  MNIST_DOWNLOAD("download MNIST"),
  /** The study measures the networks of another folder. */
  NETWORKS_FOLDER("name the folder of the networks to measure");

  private final String words;

  StudyRemedy(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
