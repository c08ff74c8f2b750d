/** What a user can change where a run is refused, for front ends to say in their own terms. */
package org.folding.core.problem;
