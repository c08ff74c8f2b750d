package org.folding.core.plane;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Piece;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.plane.Polygon;
import org.folding.engine.plane.Region;

/**
 * Writes regions as data, one record for each {@link Piece}: a part of a region with one predicted
 * class. Coordinates are those of the plane and read back as the same doubles.
 */
public final class RegionFiles {
  private RegionFiles() {}

  /**
   * Writes GeoJSON: a feature collection of polygons with the properties {@code region}, {@code
   * pattern}, {@code distance} and {@code class}. Its member {@code folding} tells the plane.
   *
   * @param found the regions
   * @param model the model's name
   * @param reference the name of the reference point
   * @param writer receives the file; stays open
   * @throws IOException if it cannot be written
   */
  public static void writeGeoJson(PlaneRegions found, String model, String reference, Writer writer)
      throws IOException {
    JsonFactory factory = JsonFactory.builder().build();
    try (JsonGenerator json = factory.createGenerator(writer)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      writePlane(found, model, reference, json);
      json.writeArrayFieldStart("features");
      for (int r = 0; r < found.regions().size(); r++) {
        for (Piece piece : found.regions().get(r).pieces()) {
          json.writeRaw('\n');
          writeFeature(r, found.regions().get(r), piece, json);
        }
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void writePlane(
      PlaneRegions found, String model, String reference, JsonGenerator json) throws IOException {
    Frame frame = found.frame();
    json.writeObjectFieldStart("folding");
    json.writeStringField("model", model);
    json.writeNumberField("regions", found.regions().size());
    json.writeNumberField("patterns", found.patterns());
    json.writeNumberField("counted_units", found.units().bits());
    json.writeStringField("distance_to", reference);
    json.writeFieldName("frame");
    write(json, frame.minU(), frame.maxU(), frame.minV(), frame.maxV());
    json.writeFieldName("origin");
    write(json, found.plane().input(0, 0));
    json.writeFieldName("first_axis");
    write(json, found.plane().firstAxis());
    json.writeFieldName("second_axis");
    write(json, found.plane().secondAxis());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, double... numbers) throws IOException {
    json.writeArray(numbers, 0, numbers.length);
  }

  private static void writeFeature(int number, Region region, Piece piece, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeObjectFieldStart("properties");
    json.writeNumberField("region", number);
    json.writeStringField("pattern", hex(region));
    json.writeNumberField("distance", region.distance());
    json.writeNumberField("class", piece.predicted());
    json.writeEndObject();
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Polygon");
    json.writeArrayFieldStart("coordinates");
    json.writeStartArray();
    Polygon polygon = piece.polygon();
    // A ring ends in the corner that it starts with.
    for (int i = 0; i <= polygon.corners(); i++) {
      write(json, polygon.u(i % polygon.corners()), polygon.v(i % polygon.corners()));
    }
    json.writeEndArray();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /**
   * Writes CSV with the columns {@code region}, {@code pattern}, {@code distance}, {@code class},
   * {@code area}, the centroid {@code u}, {@code v}, and the {@code polygon} as well-known text.
   *
   * @param found the regions
   * @param writer receives the file; stays open
   * @throws IOException if it cannot be written
   */
  public static void writeCsv(PlaneRegions found, Writer writer) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(writer, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
    csv.printRecord("region", "pattern", "distance", "class", "area", "u", "v", "polygon");
    for (int r = 0; r < found.regions().size(); r++) {
      Region region = found.regions().get(r);
      for (Piece piece : region.pieces()) {
        PlanePoint middle = piece.polygon().centroid();
        csv.printRecord(
            r,
            hex(region),
            region.distance(),
            piece.predicted(),
            piece.polygon().area(),
            middle.u(),
            middle.v(),
            wellKnownText(piece.polygon()));
      }
    }
    csv.flush();
  }

  private static String hex(Region region) {
    return HexFormat.of().toHexDigits(region.pattern());
  }

  private static String wellKnownText(Polygon polygon) {
    StringBuilder text = new StringBuilder("POLYGON ((");
    for (int i = 0; i <= polygon.corners(); i++) {
      int corner = i % polygon.corners();
      text.append(i == 0 ? "" : ", ")
          .append(polygon.u(corner))
          .append(' ')
          .append(polygon.v(corner));
    }
    return text.append("))").toString();
  }
}
