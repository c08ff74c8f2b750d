package org.folding.engine.path;

/**
 * What adaptive walks came to, over some paths.
 *
 * @param paths the number of paths
 * @param evaluations at how many points the network was evaluated
 * @param multiFlipSteps how many steps of several flips remain: flips that happen at one time, or
 *     nearer than the resolution, or that evaluations ran out for
 * @param openSteps how many of those are left because evaluations ran out
 * @param openPaths on how many paths evaluations ran out while there was still something to look
 *     for
 */
public record AdaptiveStatistics(
    long paths, long evaluations, long multiFlipSteps, long openSteps, long openPaths) {

  /** Of no path. */
  public static final AdaptiveStatistics NONE = new AdaptiveStatistics(0, 0, 0, 0, 0);

  /**
   * @param others those of other paths
   * @return those of all the paths together
   */
  public AdaptiveStatistics plus(AdaptiveStatistics others) {
    return new AdaptiveStatistics(
        paths + others.paths,
        evaluations + others.evaluations,
        multiFlipSteps + others.multiFlipSteps,
        openSteps + others.openSteps,
        openPaths + others.openPaths);
  }

  /**
   * @return the mean number of evaluations on a path; 0 if there is none
   */
  public double evaluationsEachPath() {
    return paths == 0 ? 0 : (double) evaluations / paths;
  }
}
