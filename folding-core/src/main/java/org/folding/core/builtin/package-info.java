/** The components that come with this module, offered over the same road as a stranger's. */
package org.folding.core.builtin;
