/** Metrics: numbers measured on one walk. */
@NullMarked
package org.folding.api.metric;

import org.jspecify.annotations.NullMarked;
