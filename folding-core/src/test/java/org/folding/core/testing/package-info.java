/** What tests of several modules share. */
package org.folding.core.testing;
