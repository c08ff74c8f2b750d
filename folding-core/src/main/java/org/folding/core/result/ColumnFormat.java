package org.folding.core.result;

import java.util.List;

/** A kind of file that is written column by column. */
public enum ColumnFormat {
  /** {@code paths.npz}: an array for each column, as NumPy reads them. */
  NPZ {
    @Override
    void write(List<StoredColumn> columns, long rows, OutputFolder folder) {
      NpzFile.write(columns, rows, folder.partial(OutputFolder.NPZ));
    }
  },

  /** {@code paths.parquet}: Apache Parquet, as data frames are read from. */
  PARQUET {
    @Override
    void write(List<StoredColumn> columns, long rows, OutputFolder folder) {
      ParquetFile.write(columns, rows, folder.partial(OutputFolder.PARQUET));
    }
  };

  abstract void write(List<StoredColumn> columns, long rows, OutputFolder folder);
}
