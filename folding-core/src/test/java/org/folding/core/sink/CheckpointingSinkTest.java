package org.folding.core.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folding.api.InvalidInputException;
import org.folding.api.metric.MetricValue;
import org.folding.core.statistics.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a clock that stands still but where a test lets it run. */
final class CheckpointingSinkTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("range", MetricValue.real("folding", "χ")));
  private static final Map<String, String> IDENTITY = Map.of("model", "net.onnx");

  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();
  private double now = 1e6;
  private double costOfSaving;

  /** A sink whose state is the number of its paths. */
  private final class Recorder implements ResumableSink {
    private final List<String> calls = new ArrayList<>();
    private final List<Double> saved = new ArrayList<>();
    private long paths;

    @Override
    public void start(List<Column> columns) {
      calls.add("start " + columns.size());
    }

    @Override
    public void resume(List<Column> columns, DataInput in) throws IOException {
      paths = in.readLong();
      calls.add("resume " + columns.size() + " at " + paths);
    }

    @Override
    public void accept(PathBlock block) {
      paths += block.size();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      saved.add(now);
      now += costOfSaving;
      out.writeLong(paths);
    }

    @Override
    public void finish() {
      calls.add("finish");
    }
  }

  @Test
  void handsEverythingOn() {
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    sink.start(COLUMNS);
    accept(sink, 3, 0);
    accept(sink, 4, 0);
    sink.finish();

    assertThat(recorder.calls).containsExactly("start 1", "finish");
    assertThat(recorder.paths).isEqualTo(7);
    assertThat(sink.done()).isEqualTo(7);
    assertThat(sink.secondsBefore()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  /** Blocks of 4 s each, a checkpoint at the end of the first block 10 s or more after the last. */
  @Test
  void aCheckpointIsMadeWhenTheIntervalHasPassed() {
    double start = now;
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    for (int block = 0; block < 10; block++) {
      accept(sink, 1, 4);
    }

    assertThat(recorder.saved).containsExactly(start + 12, start + 24, start + 36);
  }

  @Test
  void theIntervalItselfIsEnough() {
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    accept(sink, 1, 9.75);
    assertThat(recorder.saved).isEmpty();
    accept(sink, 1, 0.25);
    assertThat(recorder.saved).hasSize(1);
    accept(sink, 1, 9.75);
    assertThat(recorder.saved).hasSize(1);
    accept(sink, 1, 0.25);
    assertThat(recorder.saved).hasSize(2);
  }

  /** One that takes 2 s is followed by 40 s without: a twentieth of the time of the walks. */
  @Test
  void checkpointsTakeAtMostATwentiethOfTheTime() {
    costOfSaving = 2;
    double start = now;
    CheckpointingSink sink = sink(IDENTITY, 1, false);
    for (int block = 0; block < 1000; block++) {
      accept(sink, 1, 1);
    }

    // At 1 s, and from then on 2 s of saving and 40 blocks of 1 s: 999 s are left, 24 times 40.
    assertThat(recorder.saved).hasSize(25);
    assertThat(recorder.saved.subList(0, 3)).containsExactly(start + 1, start + 43, start + 85);
    assertThat(25 * costOfSaving).isLessThanOrEqualTo((now - start) / 20);
  }

  /** The cost of the last checkpoint decides, not that of the first. */
  @Test
  void checkpointsThatBecomeCheapAreMadeOften() {
    costOfSaving = 2;
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    accept(sink, 1, 10);
    costOfSaving = 0;
    accept(sink, 1, 40);
    accept(sink, 1, 10);
    accept(sink, 1, 10);

    assertThat(recorder.saved).hasSize(4);
  }

  @Test
  void aRunGoesOnWhereItWasStopped() {
    CheckpointingSink stopped = sink(IDENTITY, 10, false);
    stopped.start(COLUMNS);
    accept(stopped, 3, 10);
    accept(stopped, 4, 5);

    CheckpointingSink resumed = sink(new LinkedHashMap<>(IDENTITY), 10, false);
    assertThat(resumed.done()).isEqualTo(3);
    assertThat(resumed.secondsBefore()).isEqualTo(10);
    resumed.start(COLUMNS);
    assertThat(recorder.calls).containsExactly("start 1", "resume 1 at 3");
    accept(resumed, 5, 10);
    assertThat(resumed.done()).isEqualTo(8);

    CheckpointingSink again = sink(IDENTITY, 10, false);
    assertThat(again.done()).isEqualTo(8);
    assertThat(again.secondsBefore()).isEqualTo(20);
  }

  @Test
  void aShortRunThatIsStoppedLeavesNothing() {
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    sink.start(COLUMNS);
    accept(sink, 3, 9);

    assertThat(sink.keep()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLongRunThatIsStoppedKeepsAllThatIsDone() {
    CheckpointingSink sink = sink(IDENTITY, 10, false);
    accept(sink, 3, 10);
    accept(sink, 4, 5);

    assertThat(sink.keep()).isEqualTo(7);
    CheckpointingSink resumed = sink(IDENTITY, 10, false);
    assertThat(resumed.done()).isEqualTo(7);
    assertThat(resumed.secondsBefore()).isEqualTo(15);
    // What was resumed is kept from its first block on.
    accept(resumed, 1, 0);
    assertThat(resumed.keep()).isEqualTo(8);
    assertThat(sink(IDENTITY, 10, false).done()).isEqualTo(8);
  }

  @Test
  void aPartOfARunIsKeptWhenItIsDone() {
    CheckpointingSink whole = sink(IDENTITY, 10, false);
    accept(whole, 3, 1);
    whole.finish();
    assertThat(folder).isEmptyDirectory();

    CheckpointingSink part = sink(IDENTITY, 10, true);
    accept(part, 3, 1);
    part.finish();
    assertThat(sink(IDENTITY, 10, true).done()).isEqualTo(3);
  }

  /** A property that was not set before may change numbers as one that was changed. */
  @Test
  void refusesARunThatHasAPropertyMore() {
    stop(Map.of("model", "net.onnx"));

    refused(Map.of("model", "net.onnx", "walk", "sampled"), "walk was not set and is 'sampled'");
  }

  @Test
  void refusesARunThatHasAPropertyLess() {
    stop(Map.of("model", "net.onnx", "walk", "sampled"));

    refused(Map.of("model", "net.onnx"), "walk was 'sampled' and is not set");
  }

  @Test
  void tellsEveryDifferenceInTheOrderOfTheRun() {
    Map<String, String> before = new LinkedHashMap<>();
    Map<String, String> now = new LinkedHashMap<>();
    for (String name : List.of("model", "data", "paths", "walk", "metrics", "threads")) {
      before.put(name, "a");
      now.put(name, "b");
    }
    before.put("same", "c");
    now.put("same", "c");
    stop(before);

    refused(
        now,
        "model was 'a' and is 'b', data was 'a' and is 'b', paths was 'a' and is 'b',"
            + " walk was 'a' and is 'b', metrics was 'a' and is 'b', threads was 'a' and is 'b'");
  }

  @Test
  void longValuesAreShortened() {
    String forty = "x".repeat(40);
    stop(Map.of("model", forty));

    refused(
        Map.of("model", forty + "y"),
        "model was '" + forty + "' and is '" + "x".repeat(37) + "...'");
  }

  private void stop(Map<String, String> identity) {
    CheckpointingSink sink = sink(identity, 10, false);
    accept(sink, 3, 10);
    assertThat(recorder.saved).hasSize(1);
  }

  private void refused(Map<String, String> identity, String differences) {
    assertThatThrownBy(() -> sink(identity, 10, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "output: "
                + folder
                + " holds the unfinished results of a different run: "
                + differences
                + "; resume that run with the configuration it began with, choose another output"
                + " folder or discard the unfinished results");
    assertThat(file()).as("the checkpoint of the other run").exists();
  }

  private void accept(CheckpointingSink sink, int paths, double seconds) {
    PathBlock block = new PathBlock(0, paths, 1);
    for (int i = 0; i < paths; i++) {
      block.add(-1, -1, 1, 2);
    }
    now += seconds;
    sink.accept(block);
  }

  private CheckpointingSink sink(Map<String, String> identity, double interval, boolean whenDone) {
    return new CheckpointingSink(
        file(), identity, List.of(recorder), interval, whenDone, () -> Math.round(now * 1e9));
  }

  private Path file() {
    return folder.resolve("run.checkpoint");
  }
}
