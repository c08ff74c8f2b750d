package org.folding.core.sink;

import java.util.List;
import org.folding.core.output.OutputFolder;
import org.folding.core.output.ResultFiles;

/** A kind of file that is written column by column. */
public enum ColumnFormat {
  /** {@code paths.npz}: an array for each column, as NumPy reads them. */
  NPZ {
    @Override
    void write(List<StoredColumn> columns, long rows, OutputFolder folder) {
      NpzFile.write(columns, rows, folder.partial(ResultFiles.NPZ));
    }
  },

  /** {@code paths.parquet}: Apache Parquet, as data frames are read from. */
  PARQUET {
    @Override
    void write(List<StoredColumn> columns, long rows, OutputFolder folder) {
      ParquetFile.write(columns, rows, folder.partial(ResultFiles.PARQUET));
    }
  };

  abstract void write(List<StoredColumn> columns, long rows, OutputFolder folder);
}
