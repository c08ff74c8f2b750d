package org.folding.api.model;

/** Loads models of one kind. Used by one thread. */
public interface ModelLoader {

  /**
   * @param source what the user named
   * @return the model
   * @throws org.folding.api.InvalidInputException if it cannot be loaded: what, where in it, and
   *     what would be right
   */
  Model load(ModelSource source);
}
