package org.folding.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folding.api.InvalidInputException;
import org.folding.core.output.OutputFolder;

/** The files that the demo leaves to start from: a model, data and a configuration. */
final class DemoFiles {
  private static final String PROPERTIES = "moons.properties";
  private static final String RESULTS = "results";
  private static final List<String> FILES = List.of("moons.onnx", "moons.csv", PROPERTIES);

  private final Path folder;

  DemoFiles(Path folder) {
    this.folder = folder;
  }

  Path properties() {
    return folder.resolve(PROPERTIES);
  }

  /** Refuses to replace what an earlier demo left, which may have been changed since. */
  void requireAbsent() {
    for (String name : List.of(FILES.get(0), FILES.get(1), PROPERTIES, RESULTS)) {
      if (Files.exists(folder.resolve(name))) {
        throw new InvalidInputException(
            "demo: "
                + folder.resolve(name)
                + " is there from an earlier demo; remove the folder or choose another with -o");
      }
    }
  }

  void write() {
    try (OutputFolder output = OutputFolder.open(folder, false)) {
      for (String name : FILES) {
        try (InputStream in = DemoFiles.class.getResourceAsStream("demo/" + name)) {
          Files.copy(in, output.partial(name));
        } catch (IOException e) {
          throw new InvalidInputException(
              "demo: " + folder.resolve(name) + " cannot be written: " + e.getMessage(), e);
        }
      }
      output.commit();
    }
  }

  void printNextSteps(PrintWriter out) {
    String command = System.getProperty("folding.command", "folding");
    out.println("Next, see the layers, walk other lines, or look at points instead of walking:");
    out.println();
    out.println("  " + command + " describe " + quoted(folder.resolve("moons.onnx")));
    out.println(
        "  " + command + " run " + quoted(properties()) + " -D paths.seed=7 -o " + other("seed-7"));
    out.println(
        "  "
            + command
            + " run "
            + quoted(properties())
            + " -D walk=sampled -D walk.samples=50 -o "
            + other("sampled"));
  }

  private String other(String name) {
    return quoted(folder.resolve(name));
  }

  /** A file name as a shell takes it. */
  static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
