package org.folding.core.plugin;

import org.folding.api.FoldingException;

/**
 * A fault of a plugin, which neither the user nor folding can mend: its author must be told. The
 * message begins with the JAR.
 */
public final class PluginFaultException extends FoldingException {
  private static final long serialVersionUID = 1L;

  PluginFaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
