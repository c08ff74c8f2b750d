/** Rows of data that paths run between. */
package org.folding.api.data;
