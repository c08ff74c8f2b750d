package acme.iso;

final class Shared {
  static final String NAME = "iso-one";
  static final double VALUE = Double.parseDouble("1");

  private Shared() {}
}
