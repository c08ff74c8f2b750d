package org.folding.core.problem;

import org.folding.api.Remedy;

/** What a user can change where a run is refused. */
public enum RunRemedy implements Remedy {
  /** The results go to another folder. */
  OTHER_OUTPUT("choose another output folder"),
  /** The new results replace those that are there. */
  OVERWRITE("overwrite the results"),
  /** What an interrupted run has done is thrown away. */
  START_OVER("discard the unfinished results"),
  /** An interrupted run is resumed as it was begun. */
  RESUME_AS_BEGUN("resume that run with the configuration it began with"),
  /** Two runs into one folder take turns. */
  WAIT("wait until that run has ended"),
  /** An input stops having the name of a result. */
  RENAME_INPUT("rename that file"),
  /** The array of the inputs is named. */
  NAME_DATA_MEMBER("name the one to read in 'data.member'"),
  /** The array of the labels is named. */
  NAME_LABELS_MEMBER("name the one to read in 'data.labels.member'"),
  /** The properties that exist are looked up. */
  LIST_PROPERTIES("look it up in the list of properties");

  private final String words;

  RunRemedy(String words) {
    this.words = words;
  }

  @Override
  public String words() {
    return words;
  }
}
