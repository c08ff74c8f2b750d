package org.folding.core.plugin;

import java.util.function.Supplier;
import org.folding.api.FoldingException;
import org.folding.api.InvalidInputException;

/**
 * Stands around every call into a plugin. During the call the thread's context class loader is the
 * plugin's, since libraries look there for their own services and resources. Whatever the call
 * throws, other than an {@link InvalidInputException}, and a result of null, becomes a {@link
 * FoldingException} that names the plugin.
 */
final class PluginGuard {
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
      throw new FoldingException(
          subject(method) + " returns null; this is a fault of the plugin: ask its author");
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
    } catch (VirtualMachineError e) {
      // Memory or stack ran out, which tells nothing about the plugin.
      throw e;
    } catch (Throwable e) {
      // Everything else: plugins in other languages throw checked exceptions undeclared, and a
      // plugin that does not fit throws linkage errors.
      throw new FoldingException(subject(method) + " " + PluginFaults.explain(e, origin), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private String subject(String method) {
    return origin.place() + ": " + method + " of " + owner;
  }
}
