package org.folding.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@link System#exit} by code that is not folding's. The thread that calls is held while
 * the JVM shuts down, so its stack tells who it was; signals end the JVM without such a call.
 *
 * @param stack what the thread was doing when it called, innermost first
 */
record ExitCall(List<StackTraceElement> stack) {
  /** The loaders of folding and of the JDK; that of a plugin is named after its place. */
  private static final Set<String> NO_PLUGINS = Set.of("app", "platform");

  /**
   * @return the call that is ending the JVM; empty where a signal does
   */
  static Optional<ExitCall> find() {
    return Thread.getAllStackTraces().values().stream()
        .map(Arrays::asList)
        .flatMap(trace -> in(trace).stream())
        .findFirst();
  }

  private static Optional<ExitCall> in(List<StackTraceElement> trace) {
    for (int i = trace.size() - 1; i > 0; i--) {
      if (isExit(trace.get(i - 1)) && !isExit(trace.get(i))) {
        return Optional.of(new ExitCall(trace.subList(i, trace.size())));
      }
    }
    return Optional.empty();
  }

  /** Either of the methods that programs call, one of which calls the other. */
  private static boolean isExit(StackTraceElement frame) {
    return frame.getMethodName().equals("exit")
        && (frame.getClassName().equals("java.lang.System")
            || frame.getClassName().equals("java.lang.Runtime"));
  }

  /** Whether folding waits for what called. */
  boolean isAwaited() {
    return stack.stream().anyMatch(frame -> frame.getClassName().startsWith("org.folding."));
  }

  /**
   * @return who called, and what came of it
   */
  String message() {
    Optional<StackTraceElement> plugin = stack.stream().filter(ExitCall::isOfPlugin).findFirst();
    StackTraceElement caller = plugin.orElse(stack.get(0));
    String words =
        caller.getClassName()
            + "."
            + caller.getMethodName()
            + "() calls System.exit(), which ended folding before it was done";
    return plugin.isEmpty()
        ? words
        : caller.getClassLoaderName()
            + ": "
            + words
            + "; this is a fault of the plugin: ask its author, or remove it";
  }

  private static boolean isOfPlugin(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader != null && !NO_PLUGINS.contains(loader);
  }
}
