/**
 * Proofs of walks: each exact walk is held against a computation that shares neither method nor
 * decisions with it. {@linkplain org.folding.engine.verify.VerifyMode#MIDPOINTS At the midpoints}
 * of all regions the network is evaluated from scratch; {@linkplain
 * org.folding.engine.verify.VerifyMode#RATIONAL in rational arithmetic} the whole walk is done
 * again.
 */
@NullMarked
package org.folding.engine.verify;

import org.jspecify.annotations.NullMarked;
