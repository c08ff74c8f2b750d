/**
 * The command line. The only part of folding that prints, ends the JVM, and wires objects with
 * Guice.
 */
package org.folding.cli;
