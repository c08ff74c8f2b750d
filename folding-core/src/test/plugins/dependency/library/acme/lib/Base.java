package acme.lib;

public class Base {
  public static double answer() {
    return 42;
  }
}
