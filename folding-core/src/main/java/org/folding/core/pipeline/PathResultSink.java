package org.folding.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.folding.api.metric.MetricResult;
import org.folding.api.metric.MetricValue;
import org.folding.core.sink.PathBlock;
import org.folding.core.sink.ResultSink;
import org.folding.core.statistics.Column;

/** Hands each row to a consumer, as a value. */
final class PathResultSink implements ResultSink {
  private final Consumer<PathResult> consumer;
  private final Map<String, List<MetricValue>> metrics = new LinkedHashMap<>();

  PathResultSink(Consumer<PathResult> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void start(List<Column> columns) {
    for (Column column : columns) {
      metrics.computeIfAbsent(column.metric(), key -> new ArrayList<>()).add(column.value());
    }
  }

  @Override
  public void accept(PathBlock block) {
    for (int row = 0; row < block.size(); row++) {
      consumer.accept(result(block, row));
    }
  }

  private PathResult result(PathBlock block, int row) {
    List<MetricResult> results = new ArrayList<>();
    int column = 0;
    for (Map.Entry<String, List<MetricValue>> metric : metrics.entrySet()) {
      List<Double> numbers = new ArrayList<>();
      for (int i = 0; i < metric.getValue().size(); i++) {
        numbers.add(block.number(row, column++));
      }
      results.add(new MetricResult(metric.getKey(), metric.getValue(), numbers));
    }
    return new PathResult(
        block.path(row),
        dataRow(block.from(row)),
        dataRow(block.to(row)),
        block.flips(row),
        block.regions(row),
        results);
  }

  private static OptionalInt dataRow(int row) {
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }
}
