package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by column hold what paths.csv holds. */
final class ColumnFilesTest {
  @TempDir private Path folder;

  @Test
  void parquetHoldsTheRowsOfTheTable() throws IOException {
    Files.write(folder.resolve("data.csv"), List.of("0,0", "1,0.75", "0.3,-2", "9,9"));
    Files.write(folder.resolve("labels.csv"), List.of("0", "1", "1", "0"));
    Files.writeString(
        folder.resolve("run.properties"),
        """
        model=cantornet:B/3
        data=data.csv
        data.labels=labels.csv
        paths=line
        paths.line.between=classes
        output=out
        output.formats=csv,npz,parquet
        """);

    Shell run = Shell.run("run", folder.resolve("run.properties"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder("paths.csv", "paths.npz", "paths.parquet");
    List<String> lines = Files.readAllLines(folder.resolve("out/paths.csv"));
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, Object>> rows = parquet(folder.resolve("out/paths.parquet"));
    assertThat(rows).hasSize(4 * 3).hasSameSizeAs(lines.subList(1, lines.size()));
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      assertThat(rows.get(row)).containsOnlyKeys(names);
      for (int column = 0; column < names.length; column++) {
        assertThat(((Number) rows.get(row).get(names[column])).doubleValue())
            .isEqualTo(Double.parseDouble(cells[column]));
      }
    }
  }

  private static List<Map<String, Object>> parquet(Path file) throws IOException {
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(
            file.toFile(),
            new Hydrator<Map<String, Object>, Map<String, Object>, String[]>() {
              @Override
              public Map<String, Object> start() {
                return new HashMap<>();
              }

              @Override
              public Map<String, Object> add(Map<String, Object> row, String[] path, Object value) {
                row.put(String.join(".", path), value);
                return row;
              }

              @Override
              public Map<String, Object> finish(Map<String, Object> row) {
                return row;
              }
            })) {
      return rows.toList();
    }
  }
}
