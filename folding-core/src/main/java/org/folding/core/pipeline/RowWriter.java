package org.folding.core.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.folding.core.config.OutputFormat;
import org.folding.core.output.OutputFolder;
import org.folding.core.sink.ColumnFormat;
import org.folding.core.sink.ColumnsSink;
import org.folding.core.sink.CsvSink;
import org.folding.core.sink.ResultSink;

/** How a run writes its rows, one per path, in some format. */
public sealed interface RowWriter {

  /**
   * Writes rows as they come.
   *
   * @param open opens the file in the folder that receives the results
   */
  record Streamed(Function<OutputFolder, ResultSink> open) implements RowWriter {}

  /**
   * Writes the columns when all rows are there. All such formats share what is kept until then.
   *
   * @param format the format
   */
  record ByColumn(ColumnFormat format) implements RowWriter {}

  /**
   * @return the writers of folding itself; formats without rows have none
   */
  static Map<OutputFormat, RowWriter> builtIn() {
    Map<OutputFormat, RowWriter> writers = new EnumMap<>(OutputFormat.class);
    writers.put(OutputFormat.CSV, new Streamed(CsvSink::new));
    writers.put(OutputFormat.NPZ, new ByColumn(ColumnFormat.NPZ));
    writers.put(OutputFormat.PARQUET, new ByColumn(ColumnFormat.PARQUET));
    return writers;
  }

  /**
   * Opens what a run writes its rows to.
   *
   * @param writers the writers that there are
   * @param formats the formats that are wanted
   * @param folder receives the files
   * @return the sinks, to be closed
   */
  static List<ResultSink> open(
      Map<OutputFormat, RowWriter> writers, Set<OutputFormat> formats, OutputFolder folder) {
    List<ResultSink> sinks = new ArrayList<>();
    List<ColumnFormat> byColumn = new ArrayList<>();
    for (OutputFormat format : formats) {
      RowWriter writer = writers.get(format);
      if (writer instanceof Streamed streamed) {
        sinks.add(streamed.open().apply(folder));
      } else if (writer instanceof ByColumn columns) {
        byColumn.add(columns.format());
      }
    }
    if (!byColumn.isEmpty()) {
      sinks.add(new ColumnsSink(folder, byColumn));
    }
    return sinks;
  }
}
