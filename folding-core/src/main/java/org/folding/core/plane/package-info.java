/** Regions on planes as data files. */
package org.folding.core.plane;
