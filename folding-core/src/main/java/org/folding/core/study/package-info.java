/**
 * Studies: runs over several networks whose results are told together, as the papers do. {@link
 * org.folding.core.study.MnistStudy} measures trained networks between the images of a test set,
 * {@link org.folding.core.study.CantorNetStudy} the constructed network whose folding is known.
 */
package org.folding.core.study;
