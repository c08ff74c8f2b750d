package acme.context;

final class Check {
  private Check() {}

  static double loader(double value) {
    if (Thread.currentThread().getContextClassLoader() != Check.class.getClassLoader()) {
      throw new IllegalStateException("the context class loader is another one");
    }
    return value;
  }
}
