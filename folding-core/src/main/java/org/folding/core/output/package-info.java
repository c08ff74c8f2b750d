/**
 * The folder that results are written to. Files appear whole or not at all ({@link
 * org.folding.core.output.OutputFolder}); a run that was stopped leaves a checkpoint.
 */
package org.folding.core.output;
