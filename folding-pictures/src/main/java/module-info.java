/** Pictures of planes as SVG, PDF and PNG. */
module org.folding.pictures {
  requires java.desktop;
  requires transitive org.folding.api;
  requires transitive org.folding.engine;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;

  exports org.folding.pictures;
}
