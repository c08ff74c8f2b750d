/**
 * Rows of data from files: IDX, NumPy's .npy and .npz, and CSV, with labels, scaled and normalised.
 * {@link org.folding.core.data.DataFiles} reads them; no size that a file claims is believed before
 * it is checked.
 */
package org.folding.core.data;
