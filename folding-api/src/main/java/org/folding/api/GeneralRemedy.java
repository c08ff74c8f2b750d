package org.folding.api;

/** Remedies that every module and plugin may name. */
public enum GeneralRemedy implements Remedy {
  /** Another file, or the same file whole. */
  CHECK_FILE("check that the file is the right one"),
  /** More memory for the JVM's objects. */
  LARGER_HEAP("give the JVM a larger heap");

  private final String words;

  GeneralRemedy(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
