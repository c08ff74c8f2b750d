package acme.iso;

final class Shared {
  static final String NAME = "iso-two";
  static final double VALUE = Double.parseDouble("2");

  private Shared() {}
}
