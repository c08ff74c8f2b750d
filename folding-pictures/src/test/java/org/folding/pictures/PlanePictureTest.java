package org.folding.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.folding.api.network.Dense;
import org.folding.api.network.Network;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Shape;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.engine.WalkSettings;
import org.folding.engine.network.NetworkModel;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Plane;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.pictures.PlaneScene.MarkedFlip;
import org.folding.pictures.PlaneScene.MarkedLine;
import org.folding.pictures.PlaneScene.MarkedPoint;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class PlanePictureTest {
  /** Colours of Okabe and Ito, four parts in ten towards white: sky blue, orange, green. */
  private static final int[] CLASS_COLOURS = {0x9ad2f2, 0xf0c566, 0x66c5ab};

  @Test
  void areasOfClassesHaveTheirShareOfThePixels() throws IOException {
    // Outputs (x, −x, 0.5) on the square of side 2: a quarter, a quarter, a half.
    BufferedImage image = png(scene(List.of(), List.of()), style(Colouring.CLASS, 0));

    Map<Integer, Integer> pixels = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    double all = 0;
    for (int colour : CLASS_COLOURS) {
      all += pixels.get(colour);
    }
    assertThat(pixels.get(CLASS_COLOURS[0]) / all).isEqualTo(0.25, within(0.02));
    assertThat(pixels.get(CLASS_COLOURS[1]) / all).isEqualTo(0.25, within(0.02));
    assertThat(pixels.get(CLASS_COLOURS[2]) / all).isEqualTo(0.5, within(0.02));
  }

  @Test
  void adjoiningAreasLeaveNoSeam() throws IOException {
    // One class everywhere, cut by twenty lines: nothing but its colour in the middle.
    BufferedImage image =
        png(scene(manyLines(), List.of(), List.of()), style(Colouring.DISTANCE, 0));
    int ground = image.getRGB(2, 2) & 0xffffff;
    assertThat(ground).isEqualTo(0xffffff);
    for (int y = image.getHeight() / 4; y < image.getHeight() / 2; y++) {
      for (int x = image.getWidth() / 4; x < image.getWidth() / 2; x++) {
        int rgb = image.getRGB(x, y);
        // Viridis has no colour as light as a seam on white would be.
        assertThat(Math.min(rgb >> 16 & 0xff, rgb & 0xff)).isLessThan(160);
      }
    }
  }

  /** The one unit relu(x) is active at the right, so the number of ones is even at the left. */
  @Test
  void patternsAcrossAFlipAreDarkAndPale() throws IOException {
    Network.Builder half = Network.builder("half", Shape.of(2));
    half.then("dense", dense(2, new double[] {1, 0}, 0));
    half.then("units", Rectifier.relu(UnitRole.HIDDEN));

    BufferedImage image =
        png(scene(half.build(), List.of(), List.of()), style(Colouring.PATTERN, 0));

    int middle = image.getHeight() / 3;
    double left = SeenColours.lightness(image.getRGB(image.getWidth() * 3 / 8, middle));
    double right = SeenColours.lightness(image.getRGB(image.getWidth() * 3 / 4, middle));
    assertThat(right - left).isGreaterThan(20);
  }

  @Test
  void darkAndPalePatternsDifferInLightnessForEveryone() {
    for (long dark = 0; dark < 7; dark++) {
      for (long pale = 0; pale < 7; pale++) {
        double[] less = SeenColours.lightnesses(RegionColours.ofPattern(dark, false).rgb());
        double[] more = SeenColours.lightnesses(RegionColours.ofPattern(pale, true).rgb());
        for (int vision = 0; vision < less.length; vision++) {
          assertThat(more[vision] - less[vision]).as("%d, %d", dark, pale).isGreaterThan(20);
        }
      }
    }
  }

  @Test
  void patternsHaveSevenColoursOfEachLightness() {
    for (boolean odd : new boolean[] {false, true}) {
      assertThat(LongStream.range(0, 70).mapToObj(p -> RegionColours.ofPattern(p, odd)).distinct())
          .hasSize(7);
    }
  }

  @Test
  void pngTellsItsSize() throws IOException {
    BufferedImage image = png(scene(List.of(), List.of()), style(Colouring.PATTERN, 0.2));
    // 100 millimetres at 254 dots per inch.
    assertThat(image.getWidth()).isEqualTo(1000);
  }

  @Test
  void svgIsWellFormedAndNamesWhatItShows() throws Exception {
    String svg =
        new String(
            write(PictureFormat.SVG, named("a < b & \u0000c"), style(Colouring.DISTANCE, 0.2)),
            StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList texts = document.getElementsByTagName("text");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      all.append(texts.item(i).getTextContent()).append('\n');
    }
    assertThat(all.toString())
        .contains("a < b & ?c", "flips that lead back", "Hamming distance to a < b & ?c", "across");
    assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("283.46pt");
  }

  @Test
  void pdfIsOnePageOfTheSizeAskedForWithItsText() throws IOException {
    byte[] pdf = write(PictureFormat.PDF, named("row 3 (7)"), style(Colouring.CLASS, 0.2));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(283.46f, within(0.01f));
      assertThat(new PDFTextStripper().getText(document))
          .contains("row 3 (7)", "class 2", "flips that lead back");
    }
  }

  @Test
  void samePictureSameBytes() throws IOException {
    for (PictureFormat format : PictureFormat.values()) {
      assertThat(write(format, named("p"), style(Colouring.PATTERN, 0.2)))
          .isEqualTo(write(format, named("p"), style(Colouring.PATTERN, 0.2)));
    }
  }

  @Test
  void aStreamThatFailsTellsWhy() {
    PlanePicture picture =
        new PlanePicture(scene(List.of(), List.of()), style(Colouring.PATTERN, 0.2));
    for (PictureFormat format : PictureFormat.values()) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      assertThatThrownBy(() -> format.write(picture, 254, full))
          .as(format.name())
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  @Test
  void ticksAreRoundNumbersInside() {
    assertThat(Ticks.between(-1.65, 13, 6).stream().map(Ticks.Tick::text))
        .containsExactly("0", "5", "10");
    assertThat(Ticks.between(0, 1, 6).stream().map(Ticks.Tick::text))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(Ticks.between(-0.02, 0.015, 4).stream().map(Ticks.Tick::text))
        .containsExactly("\u22120.02", "\u22120.01", "0", "0.01");
    assertThat(Ticks.wholeBetween(0, 3, 20).stream().map(Ticks.Tick::text))
        .containsExactly("0", "1", "2", "3");
  }

  private static byte[] write(PictureFormat format, PlaneScene scene, PictureStyle style)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(new PlanePicture(scene, style), 254, out);
    return out.toByteArray();
  }

  private static BufferedImage png(PlaneScene scene, PictureStyle style) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(write(PictureFormat.PNG, scene, style)));
  }

  private static PictureStyle style(Colouring colouring, double borders) {
    return new PictureStyle(
        colouring, Palette.VIRIDIS, 100, 8, OptionalDouble.of(borders), Optional.empty());
  }

  private static PlaneScene named(String name) {
    PlanePoint from = new PlanePoint(-0.5, 0);
    PlanePoint to = new PlanePoint(0.5, 0.5);
    return scene(
        List.of(new MarkedPoint(from, name), new MarkedPoint(to, name)),
        List.of(
            new MarkedLine(
                List.of(from, to), List.of(new MarkedFlip(new PlanePoint(0, 0.25), true)))));
  }

  private static PlaneScene scene(List<MarkedPoint> points, List<MarkedLine> lines) {
    Network.Builder classes = Network.builder("classes", Shape.of(2));
    classes.then("dense", dense(2, new double[] {1, 0, -1, 0, 0, 0}, 0, 0, 0.5));
    return scene(classes.build(), points, lines);
  }

  private static PlaneScene scene(
      Network network, List<MarkedPoint> points, List<MarkedLine> lines) {
    PlaneRegions regions =
        PlaneRegions.find(
            new NetworkModel(network, List.of()),
            WalkSettings.Count.HIDDEN,
            Plane.ofTwoInputs(),
            new Frame(-1, 1, -1, 1),
            new double[2],
            1000);
    String reference = points.isEmpty() ? "the middle" : points.get(0).name();
    return new PlaneScene(regions, reference, points, lines, "across", "up", "a picture");
  }

  private static Network manyLines() {
    int n = 20;
    double[] weights = new double[2 * n];
    double[] bias = new double[n];
    for (int i = 0; i < n; i++) {
      weights[2 * i] = Math.cos(i);
      weights[2 * i + 1] = Math.sin(i);
      bias[i] = 0.05 * (i - 10);
    }
    Network.Builder network = Network.builder("lines", Shape.of(2));
    network.then("dense", dense(2, weights, bias));
    network.then("units", Rectifier.relu(UnitRole.HIDDEN));
    return network.build();
  }

  private static Dense dense(int inputs, double[] weights, double... bias) {
    return new Dense(
        Tensor.of(Shape.of(bias.length, inputs), weights), Tensor.vector(bias.clone()));
  }
}
