/** Checks that a plugin keeps the contract of the SPI. Works with every test framework. */
module org.folding.testkit {
  requires transitive org.folding.api;

  exports org.folding.testkit;
}
