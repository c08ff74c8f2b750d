/**
 * What a run gives: rows in the order of the paths, statistics over them, and the files that hold
 * both. Files appear whole or not at all ({@link org.folding.core.result.OutputFolder}).
 */
package org.folding.core.result;
