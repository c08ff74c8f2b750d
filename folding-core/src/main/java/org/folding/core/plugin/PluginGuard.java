package org.folding.core.plugin;

import java.util.Arrays;
import java.util.function.Supplier;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;

/**
 * Stands around every call into a plugin. During the call the thread's context class loader is the
 * plugin's, since libraries look there for their own services and resources. Whatever the call
 * throws, other than an {@link InvalidInputException}, and a result of null, becomes a {@link
 * PluginFaultException} that names the plugin, or a {@link FoldingException} where that is folding.
 */
final class PluginGuard {
  private static final String MEMORY =
      "; give the JVM a larger heap, or ask the plugin's author whether it needs so much";

  private final PluginOrigin origin;
  private final String owner;

  /**
   * @param origin the plugin
   * @param owner whose methods are called, for messages: {@code metric 'range'}
   */
  PluginGuard(PluginOrigin origin, String owner) {
    this.origin = origin;
    this.owner = owner;
  }

  /**
   * @return whose methods are called
   */
  String owner() {
    return owner;
  }

  /** A guard for another object of the same plugin. */
  PluginGuard of(String otherOwner) {
    return new PluginGuard(origin, otherOwner);
  }

  /**
   * @param method what is called, for messages: {@code create()}
   * @param call the call
   * @return its result, not null
   */
  <T> T call(String method, Supplier<T> call) {
    T result = guarded(method, call);
    if (result == null) {
      throw fault(method, "returns null");
    }
    return result;
  }

  /**
   * @param method what is called, for messages
   * @param call the call
   */
  void run(String method, Runnable call) {
    guarded(
        method,
        () -> {
          call.run();
          return null;
        });
  }

  private <T> T guarded(String method, Supplier<T> call) {
    Thread thread = Thread.currentThread();
    // Read for no other purpose than to put it back.
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(origin.loader());
    try {
      return call.get();
    } catch (InvalidInputException e) {
      throw e;
    } catch (StackOverflowError e) {
      // Of the stack a call finds nearly all free, so it is the plugin that takes it.
      throw thrown(method, e);
    } catch (OutOfMemoryError e) {
      if (isOfPlugin(e)) {
        throw exception(method, "runs out of memory (" + e.getMessage() + ")" + MEMORY, e);
      }
      // All that runs shares the memory, so this tells nothing about the plugin.
      throw e;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      // Everything else: plugins in other languages throw checked exceptions undeclared, and a
      // plugin that does not fit throws linkage errors.
      throw thrown(method, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Whether the plugin asked for more memory than there is, itself or through what it uses. */
  private boolean isOfPlugin(OutOfMemoryError e) {
    return origin.loader() instanceof PluginClassLoader loader
        && Arrays.stream(e.getStackTrace())
            .filter(frame -> !isShared(frame))
            .findFirst()
            .filter(frame -> loader.getName().equals(frame.getClassLoaderName()))
            .isPresent();
  }

  private static boolean isShared(StackTraceElement frame) {
    String loader = frame.getClassLoaderName();
    return loader == null
        || loader.equals(ClassLoader.getPlatformClassLoader().getName())
        || PluginClassLoader.isShared(frame.getClassName());
  }

  /**
   * The exception for a call that gave what it may not give.
   *
   * @param method what was called, for messages
   * @param what a clause whose subject is the method
   */
  FoldingException fault(String method, String what) {
    return exception(method, what + "; this is a fault of the plugin: ask its author", null);
  }

  private FoldingException thrown(String method, Throwable e) {
    return exception(method, PluginFaults.explain(e, origin), e);
  }

  private FoldingException exception(String method, String what, Throwable cause) {
    String message = origin.place() + ": " + method + " of " + owner + " " + what;
    return origin.source() == PluginOrigin.Source.BUILT_IN
        ? new FoldingException(message, cause)
        : new PluginFaultException(message, cause);
  }
}
