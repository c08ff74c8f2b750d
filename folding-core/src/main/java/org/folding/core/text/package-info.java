/** Help with the words that users write. */
package org.folding.core.text;
