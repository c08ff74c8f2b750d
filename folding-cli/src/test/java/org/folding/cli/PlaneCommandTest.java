package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.folding.api.model.Model;
import org.folding.core.data.ArrayDataset;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.core.pipeline.Models;
import org.folding.core.plugin.ComponentRegistry;
import org.folding.core.plugin.PluginLoader;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.Walker;
import org.folding.engine.plane.Frame;
import org.folding.engine.plane.Plane;
import org.folding.engine.plane.PlanePoint;
import org.folding.engine.plane.PlaneRegions;
import org.folding.engine.testing.RegionChecks;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaneCommandTest {
  @TempDir private Path folder;

  @Test
  void drawsCantorNetAndWritesItsRegions() throws IOException {
    Path svg = folder.resolve("a.svg");
    Path json = folder.resolve("a.json");
    Path csv = folder.resolve("a.csv");

    Shell shell =
        Shell.run(
            "plane",
            "cantornet:A/3",
            "--points",
            "0,0.75; 1,0.75",
            "--frame",
            "0,1,0,1",
            "-o",
            svg,
            "-o",
            json,
            "-o",
            csv);

    assertThat(shell.err()).isEmpty();
    // 2^(k+1) − 1 regions, and r1 = 2k.
    assertThat(shell.out())
        .contains("regions   15, found")
        .contains("distance  up to 6 from (0, 0.75)")
        .contains("line      14 steps");
    assertThat(svg).content().startsWith("<svg ").endsWith("</svg>\n");
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    double area = 0;
    double positive = 0;
    for (JsonNode feature : root.get("features")) {
      double part = area(feature.at("/geometry/coordinates/0"));
      area += part;
      positive += feature.at("/properties/class").asInt() * part;
    }
    assertThat(area).isEqualTo(1, within(1e-12));
    // The polyline through (0,1), (1/27,1/2), ... lies at 3/4 over each of the 2^k slopes of width
    // 3^-k and at 1/2 or 1 between: the area above it follows from the third Cantor approximation.
    assertThat(positive).isEqualTo(cantorAreaAbove(), within(1e-12));
    assertThat(Files.readAllLines(csv)).hasSize(1 + root.get("features").size());
  }

  /**
   * Shallower ones have 2^(k+1) − 1 regions, all found; of depth 9 README says that rounding may
   * decide.
   */
  @Test
  void warnsWhereRoundingErrorsMayHideRegions() {
    for (int depth : new int[] {8, 9}) {
      Shell shell =
          Shell.run(
              "plane",
              "cantornet:A/" + depth,
              "--points",
              "0,0.75; 1,0.75",
              "--frame",
              "0,1,0,1",
              "-o",
              folder.resolve(depth + ".json"));

      assertThat(shell.code()).as(shell.err()).isZero();
      if (depth == 8) {
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).contains("regions   511, found");
      } else {
        assertThat(shell.err())
            .startsWith("warning: regions may be missing, as cantornet:A/9 is so deep and narrow ")
            .contains("take a smaller depth, or folding walk")
            .hasLineCount(1);
      }
    }
  }

  /** Trapezoids over the polyline whose corners are 1, ½, ½, 1, 1, … at the Cantor end points. */
  private static double cantorAreaAbove() {
    double[] ends = {0, 1, 2, 3, 6, 7, 8, 9, 18, 19, 20, 21, 24, 25, 26, 27};
    double below = 0;
    for (int i = 0; i + 1 < ends.length; i++) {
      below += (ends[i + 1] - ends[i]) / 27 * (height(i) + height(i + 1)) / 2;
    }
    return 1 - below;
  }

  private static double height(int corner) {
    return (corner + 1) / 2 % 2 == 0 ? 1 : 0.5;
  }

  private static double area(JsonNode ring) {
    double twice = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      twice +=
          ring.get(i).get(0).asDouble() * ring.get(i + 1).get(1).asDouble()
              - ring.get(i + 1).get(0).asDouble() * ring.get(i).get(1).asDouble();
    }
    return twice / 2;
  }

  @Test
  void refusesWhatMakesNoPicture() throws IOException {
    Path svg = folder.resolve("x.svg");
    assertThat(Shell.run("plane", "cantornet:A/2", "-o", svg))
        .isEqualTo(
            new Shell(
                2,
                "",
                "there are no points to put a frame around; give --frame, as in --frame"
                    + " 0,1,0,1\n"));
    assertThat(Shell.run("plane", "cantornet:A/2", "--count", "foo", "-o", svg).err())
        .startsWith("'--count' holds 'foo', which selects nothing; ");
    assertThat(Shell.run("plane", "cantornet:A/2", "-o", folder.resolve("x.bmp")).err())
        .isEqualTo(
            "-o " + folder.resolve("x.bmp") + " must end in .svg, .pdf, .png, .json or .csv\n");
    Files.writeString(svg, "mine");
    assertThat(Shell.run("plane", "cantornet:A/2", "--frame", "0,1,0,1", "-o", svg).err())
        .isEqualTo(svg + " exists; replace it with --force\n");
    assertThat(svg).hasContent("mine");
    Path model =
        Files.writeString(
            folder.resolve("m.json"),
            """
            {"format": "folding-model", "version": 1, "name": "m", "input": {"shape": [3]},
             "layers": [{"type": "dense", "weights": [[1, 2, 3]], "activation": "relu"},
                        {"type": "dense", "weights": [[1]], "activation": "identity"}]}
            """);
    assertThat(
            Shell.run(
                    "plane",
                    model,
                    "--points",
                    "0,0,0; 0.1,0.1,0.1; 0.3,0.3,0.3",
                    "-o",
                    folder.resolve("y.svg"))
                .err())
        .isEqualTo("the three points lie on one line and span no plane; choose others\n");
    assertThat(Shell.run("plane", model, "-o", folder.resolve("y.svg")).err())
        .startsWith("a plane is missing: give three inputs");
  }

  @Test
  void neverReplacesWhatItReads() throws IOException {
    String text =
        """
        {"format": "folding-model", "version": 1, "name": "m", "input": {"shape": [2]},
         "layers": [{"type": "dense", "weights": [[1, 2]], "activation": "relu"}]}
        """;
    Path model = Files.writeString(folder.resolve("m.json"), text);
    Path data = Files.writeString(folder.resolve("d.csv"), "a,b\n0,0\n0,1\n1,0\n");

    for (Path read : List.of(model, data)) {
      assertThat(
              Shell.run("plane", model, "--data", data, "--rows", "0,1,2", "-o", read, "--force"))
          .isEqualTo(
              new Shell(
                  2, "", read + " is what is read here and would be lost; name another file\n"));
    }
    assertThat(model).hasContent(text);
    assertThat(data).hasContent("a,b\n0,0\n0,1\n1,0");
  }

  @Test
  void agreesWithWalksOnMnist() {
    Path models = SharedFiles.find("models");
    ArrayDataset data =
        DataFiles.read(
            SharedFiles.find("mnist").resolve("t10k-images-idx3-ubyte.gz"), DataOptions.DEFAULTS);
    double[][] rows = new double[3][784];
    for (int row = 0; row < 3; row++) {
      data.copyRow(row, rows[row], 0);
    }
    Plane plane = Plane.through(rows[0], rows[1], rows[2]);
    Random random = new Random(1);
    try (ComponentRegistry registry = PluginLoader.load(Optional.empty())) {
      for (String name : new String[] {"mnist-2x30", "mnist-10x6", "mnist-5x12"}) {
        Path file = models.resolve(name + ".onnx");
        try (Model model = Models.load(file.toString(), Path.of(""), registry)) {
          PlaneRegions found =
              PlaneRegions.find(
                  model,
                  WalkSettings.Count.HIDDEN,
                  plane,
                  new Frame(-2, 12, -2, 8),
                  rows[0],
                  100_000);
          RegionChecks.assertCovers(found);
          RegionChecks.assertIsAComplex(found);
          RegionChecks.assertPatternsAndClasses(model.network().orElseThrow(), found);
          Walker walker =
              new WalkerFactory(
                      model, Optional.empty(), WalkSettings.exact(WalkSettings.Count.HIDDEN))
                  .newWalker();
          for (int i = 0; i < 20; i++) {
            RegionChecks.assertAgreesWithWalk(found, walker, inside(random), inside(random));
          }
        }
      }
    }
  }

  private static PlanePoint inside(Random random) {
    return new PlanePoint(14 * random.nextDouble() - 2, 10 * random.nextDouble() - 2);
  }
}
