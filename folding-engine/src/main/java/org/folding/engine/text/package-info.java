/** Suggestions for misspelt names. */
package org.folding.engine.text;
