package org.folding.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folding.api.InvalidInputException;
import org.folding.core.plane.RegionFiles;
import org.folding.pictures.PictureFormat;
import org.folding.pictures.PictureStyle;
import org.folding.pictures.PlanePicture;
import org.folding.pictures.PlaneScene;

/** The files that a plane is written to; what a file holds follows from its name. */
final class PlaneFiles {
  private static final String KNOWN = ".svg, .pdf, .png, .json or .csv";

  private final List<Target> targets = new ArrayList<>();

  private record Target(Path path, NewFile file, String suffix) {}

  /** Looks at all names before anything is computed. */
  PlaneFiles(List<Path> paths, boolean force) {
    List<String> problems = new ArrayList<>();
    for (Path path : paths) {
      String name = path.toString();
      String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      if (!List.of("svg", "pdf", "png", "json", "geojson", "csv").contains(suffix)) {
        problems.add("-o " + name + " must end in " + KNOWN);
        continue;
      }
      try {
        targets.add(new Target(path, new NewFile(path, force), suffix));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  /** Makes sure that none of the files is one that is read. */
  void requireNot(List<Path> read) {
    targets.forEach(target -> read.forEach(target.file()::requireNot));
  }

  void write(PlaneScene scene, PictureStyle style, double dpi, String model) {
    Optional<PlanePicture> picture =
        targets.stream().anyMatch(target -> format(target).isPresent())
            ? Optional.of(new PlanePicture(scene, style))
            : Optional.empty();
    for (Target target : targets) {
      Optional<PictureFormat> format = format(target);
      if (format.isPresent()) {
        target.file().writeBytes(out -> format.get().write(picture.orElseThrow(), dpi, out));
      } else if (target.suffix().equals("csv")) {
        target.file().write(writer -> RegionFiles.writeCsv(scene.regions(), writer));
      } else {
        target
            .file()
            .write(
                writer ->
                    RegionFiles.writeGeoJson(scene.regions(), model, scene.reference(), writer));
      }
    }
  }

  private static Optional<PictureFormat> format(Target target) {
    return switch (target.suffix()) {
      case "svg" -> Optional.of(PictureFormat.SVG);
      case "pdf" -> Optional.of(PictureFormat.PDF);
      case "png" -> Optional.of(PictureFormat.PNG);
      default -> Optional.empty();
    };
  }

  String names() {
    return targets.stream()
        .map(target -> target.path().toString())
        .collect(Collectors.joining(", "));
  }
}
