package org.folding.core.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;

/** Writes {@code networks.csv}: one row a network. What is not defined is empty. */
final class NetworksCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "name",
              "depth",
              "width",
              "units",
              "epoch",
              "test_accuracy",
              "paths",
              "share_folded",
              "mean",
              "median",
              "median_nonzero",
              "median_of_maxima",
              "max",
              "mean_within",
              "mean_between")
          .get();

  private NetworksCsv() {}

  static void write(List<NetworkResult> networks, OutputFolder folder) {
    Path file = folder.partial(ResultFiles.NETWORKS);
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
      for (NetworkResult network : networks) {
        printer.printRecord(row(network));
      }
    } catch (IOException e) {
      throw OutputFolder.unwritable(file, e);
    }
  }

  private static List<Object> row(NetworkResult network) {
    Measures folding = network.folding();
    List<Object> cells = new ArrayList<>();
    cells.add(network.name());
    cells.add(network.depth());
    cells.add(cell(network.width()));
    cells.add(network.units());
    cells.add(cell(network.epoch()));
    cells.add(cell(network.accuracy()));
    cells.add(folding.paths());
    cells.add(cell(folding.shareNonzero()));
    cells.add(cell(folding.mean()));
    cells.add(cell(folding.median()));
    cells.add(cell(folding.medianNonzero()));
    cells.add(cell(network.medianOfMaxima()));
    cells.add(folding.max());
    cells.add(network.within().map(group -> cell(group.mean())).orElse(""));
    cells.add(network.between().map(group -> cell(group.mean())).orElse(""));
    return cells;
  }

  private static Object cell(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : "";
  }

  private static Object cell(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : "";
  }

  private static Object cell(Interval interval) {
    return Double.isNaN(interval.value()) ? "" : interval.value();
  }
}
