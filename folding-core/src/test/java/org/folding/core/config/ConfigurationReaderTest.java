package org.folding.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.folding.api.InvalidInputException;
import org.folding.api.walk.WalkMode;
import org.folding.core.statistics.StatisticsSettings;
import org.folding.engine.WalkSettings;
import org.folding.engine.verify.VerifyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationReaderTest {
  private static final String LEAST = "model=built:x\npaths=line\n";

  @TempDir private Path folder;

  @Test
  void fillsInDefaults() {
    RunConfiguration run = read(LEAST);

    assertThat(run.model().loader().name()).isEqualTo("built");
    assertThat(run.data()).isEmpty();
    assertThat(run.paths().seed()).isEqualTo(42);
    assertThat(run.walk()).isEqualTo(WalkSettings.exact(WalkSettings.Count.HIDDEN));
    assertThat(run.metrics())
        .extracting(metric -> metric.factory().name())
        .containsExactly("range", "convexity-defect");
    assertThat(run.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(run.output().folder()).isEqualTo(folder.resolve("out"));
    assertThat(run.output().formats()).containsExactly(OutputFormat.CSV, OutputFormat.JSON);
    assertThat(run.statistics()).isEqualTo(new StatisticsSettings(100_000, 100));
    assertThat(run.effective())
        .containsEntry("walk.samples", "1000")
        .containsEntry("statistics.values", "100000")
        .containsEntry("statistics.classes", "100")
        .containsEntry("metrics.range.layers", "false")
        .doesNotContainKey("paths.random.count");
  }

  @Test
  void whatFollowsFromAProblemIsNotToldAsAnother() {
    assertThat(problems(LEAST + "data=${ENV:FOLDING_NOT_SET}\ndata.scale=2\ndata.std=0\n"))
        .containsExactly(
            "'data' names the environment variable 'FOLDING_NOT_SET', which is not set",
            "'data.std' holds 0, but values are divided by it");
    assertThat(problems(LEAST + "data=\ndata.member=x\n"))
        .containsExactly("'data' is empty; give it a value or remove it");
    assertThat(problems(LEAST + "walk.count=,\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("'walk.count' has an empty entry; known are hidden, all, ");
    assertThat(problems(LEAST + "metrics=,\n"))
        .containsExactly("'metrics' has an empty entry between commas; remove it");
  }

  @Test
  void verifiesExactWalksOnly() throws IOException {
    assertThat(read(LEAST).verify()).isEmpty();
    assertThat(read(LEAST + "walk.verify=none\n").verify()).isEmpty();
    assertThat(read(LEAST + "walk.verify=rational\n").verify()).contains(VerifyMode.RATIONAL);
    assertThat(problems(LEAST + "walk=sampled\nwalk.verify=midpoints\n"))
        .containsExactly(
            "'walk.verify' is 'midpoints', but only exact walks can be verified and 'walk' is"
                + " 'sampled'; set walk=exact or remove walk.verify");
    assertThat(problems(LEAST + "walk.verify=all\n"))
        .containsExactly("'walk.verify' is 'all' but must be one of none, midpoints, rational");
  }

  @Test
  void readsEveryProperty() throws IOException {
    Files.createFile(folder.resolve("a.net"));
    Files.createFile(folder.resolve("x.csv"));
    Files.createFile(folder.resolve("y.csv"));
    Files.createDirectory(folder.resolve("jars"));

    RunConfiguration run =
        read(
            """
            model=a.net
            model.loader=net
            model.net.strict=false
            data=x.csv
            data.labels=y.csv
            data.labels.column=c
            data.labels.member=l
            data.member=x
            data.scale=0.5
            data.mean=0.1307
            data.std=0.3081
            paths=random
            paths.random.count=7
            paths.seed=-3
            walk=sampled
            walk.samples=11
            walk.count=all
            metrics=convexity-defect, range
            metrics.range.layers=true
            statistics.values=1000
            statistics.classes=7
            threads=3
            output=results
            output.formats=json
            plugins=jars
            """);

    assertThat(run.model().loader().name()).isEqualTo("net");
    assertThat(run.model().options().flag("strict")).isFalse();
    assertThat(run.model().source().file()).isEqualTo(folder.resolve("a.net"));
    DataChoice data = run.data().orElseThrow();
    assertThat(data.file()).isEqualTo(folder.resolve("x.csv"));
    assertThat(data.options().labels()).contains(folder.resolve("y.csv"));
    assertThat(data.options().labelColumn()).contains("c");
    assertThat(data.options().labelMember()).contains("l");
    assertThat(data.options().member()).contains("x");
    assertThat(data.options().scale()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(data.options().mean()).containsExactly(0.1307);
    assertThat(data.options().std()).containsExactly(0.3081);
    assertThat(run.paths().factory().name()).isEqualTo("random");
    assertThat(run.paths().options().integer("count")).hasValue(7);
    assertThat(run.paths().seed()).isEqualTo(-3);
    assertThat(run.walk().mode()).isEqualTo(WalkMode.SAMPLED);
    assertThat(run.walk().samples()).isEqualTo(11);
    assertThat(run.walk().count()).isEqualTo(WalkSettings.Count.ALL);
    assertThat(run.metrics())
        .extracting(metric -> metric.factory().name())
        .containsExactly("convexity-defect", "range");
    assertThat(run.metrics().get(1).options().flag("layers")).isTrue();
    assertThat(run.statistics()).isEqualTo(new StatisticsSettings(1000, 7));
    assertThat(run.threads()).isEqualTo(3);
    assertThat(run.output().folder()).isEqualTo(folder.resolve("results"));
    assertThat(run.output().formats()).containsExactly(OutputFormat.JSON);
    assertThat(run.effective())
        .containsEntry("paths.random.count", "7")
        .containsEntry("metrics", "convexity-defect, range");
  }

  @Test
  void everyKeyHasAWordForHelp() {
    assertThat(RunKeys.all()).hasSize(26).allMatch(spec -> spec.description().endsWith("."));
  }

  @Test
  void statisticsHaveBounds() {
    assertThat(problems(LEAST + "statistics.values=99\nstatistics.classes=1001\n"))
        .containsExactly(
            "'statistics.values' is 99 but must be from 100 to 100000000",
            "'statistics.classes' is 1001 but must be from 0 to 1000");
  }

  @Test
  void overridesWin() {
    RunConfiguration run = read(LEAST + "threads=1\n", Map.of("threads", "2"));

    assertThat(run.threads()).isEqualTo(2);
    assertThat(run.effective()).containsEntry("threads", "2");
  }

  @Test
  void suggestsTheNearestKey() {
    assertThat(problems(LEAST + "path.seed=1\nfrobnicate=2\npaths.line.form=0\n"))
        .containsExactly(
            "'path.seed' is not a property; did you mean 'paths.seed'?",
            "'frobnicate' is not a property; look it up in the list of properties",
            "'paths.line.form' is not a property; did you mean 'paths.line.from'?");
  }

  @Test
  void refusesOptionsOfComponentsThatAreNotUsed() {
    assertThat(
            problems(
                LEAST
                    + "metrics=convexity-defect\npaths.random.count=3\n"
                    + "metrics.range.layers=true\nmodel.net.strict=true\n"))
        .containsExactly(
            "'paths.random.count' has no effect, as 'paths' is line; remove it, or select its"
                + " component",
            "'metrics.range.layers' has no effect, as 'metrics' is convexity-defect;"
                + " remove it, or select its component",
            "'model.net.strict' has no effect, as the model's loader is built;"
                + " remove it, or select its component");
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(
            problems(
                """
                model=missing.net
                data=gone.csv
                paths=line
                paths.line.from=1;2
                walk=stepwise
                walk.samples=1
                walk.evaluations=1
                walk.resolution=0
                metrics=range,range,,convexity-defect
                threads=-1
                output.formats=csv,parquet,xml
                plugins=nowhere
                model=other.net
                """))
        .containsExactly(
            "'model' is given twice in run.properties",
            "'walk' is 'stepwise' but must be one of exact, sampled, adaptive",
            "model: file "
                + folder.resolve("missing.net")
                + " does not exist (from 'model' in run.properties)",
            "data: file "
                + folder.resolve("gone.csv")
                + " does not exist (from 'data' in run.properties)",
            "'paths.line.from' is '1;2' but must be numbers separated by commas",
            "'walk.samples' is 1 but must be from 2 to 100000000",
            "'walk.evaluations' is 1 but must be from 2 to 10000000",
            "'walk.resolution' is 0.0 but must be from 1.0E-12 to 0.1",
            "'metrics' names 'range' twice",
            "'metrics' has an empty entry between commas; remove it",
            "'threads' is -1 but must be from 0 to 4096",
            "'output.formats' holds 'xml', which is no format; known: csv, parquet, npz, json, html",
            "plugins: folder "
                + folder.resolve("nowhere")
                + " does not exist (from 'plugins' in run.properties)");
  }

  /** One file may serve several walks, of which the command line picks one. */
  @Test
  void settingsOfOtherWalksMayStandBeside() {
    String settings = "walk.samples=11\nwalk.evaluations=12\nwalk.resolution=0.1\n";
    for (String walk : List.of("exact", "sampled", "adaptive")) {
      assertThat(read(LEAST + "walk=" + walk + "\n" + settings).effective())
          .containsEntry("walk.samples", "11");
    }
  }

  /** Neither is wrong as a number, but no double or long is as great. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkpoint.seconds | 1e400      | is '1e400', beyond the greatest float64, 1.8e308",
        "paths.line.to      | 0, -2e309  | holds '-2e309', beyond the greatest float64, 1.8e308",
        "paths.seed         | 9223372036854775808 | is '9223372036854775808', beyond the whole"
            + " numbers of 64 bits",
        "checkpoint.seconds | Infinity   | is 'Infinity' but must be a number",
        "paths.line.to      | 0,Infinity | is '0,Infinity' but must be numbers separated by commas",
        "paths.seed         | 1e9        | is '1e9' but must be a whole number",
      })
  void numbersThatAreTooGreatAreToldFromWhatIsNone(String key, String value, String problem) {
    assertThat(problems(LEAST + key + "=" + value + "\n"))
        .containsExactly("'" + key + "' " + problem);
  }

  @Test
  void anEmptyValueIsToldOnce() {
    assertThat(problems(LEAST + "plugins=\n"))
        .containsExactly("'plugins' is empty; give it a value or remove it");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(problems("paths.line.from=0\n"))
        .containsExactly(
            "'model' is missing: name a model file, or for example cantornet:A/3",
            "'paths' is missing: name a path generator, for example line or random");
  }

  @Test
  void doesNotComplainOfWhatFollowsFromAnotherProblem() {
    List<String> problems =
        problems("model=built:x\npaths=lime\npaths.lime.from=0\npaths.line.to=1\n");

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("lime", "line");
  }

  @Test
  void saysNothingOfOptionsWhereAMetricIsNotKnown() {
    assertThat(problems(LEAST + "metrics=rnge,convexity-defect\nmetrics.range.layers=true\n"))
        .singleElement()
        .asString()
        .startsWith("metric 'rnge' does not exist; did you mean 'range'?");
  }

  @Test
  void tellsAMissingVariableOnce() {
    assertThat(
            problems(
                """
                model=${ENV:FOLDING_NOT_SET}
                paths=line
                paths.line.from=${NOT_ENV}
                threads=${ENV:}
                walk=exakt
                """))
        .containsExactly(
            "'model' names the environment variable 'FOLDING_NOT_SET', which is not set",
            "'paths.line.from' holds ${NOT_ENV}; only ${ENV:NAME} can be resolved",
            "'threads' holds ${ENV:}, which names no environment variable",
            "'walk' is 'exakt' but must be one of exact, sampled, adaptive; did you mean exact?");
  }

  @Test
  void dataSettingsNeedData() {
    assertThat(problems(LEAST + "data.mean=0\ndata.scale=fast\n"))
        .containsExactly(
            "'data.scale' has no effect without 'data'; set 'data' or remove it",
            "'data.mean' has no effect without 'data'; set 'data' or remove it");
  }

  @Test
  void refusesDataThatCannotBeScaled() throws IOException {
    Files.createFile(folder.resolve("x.csv"));

    assertThat(problems(LEAST + "data=x.csv\ndata.scale=1e400\n"))
        .contains("'data.scale' is '1e400', beyond the greatest float64, 1.8e308");
    assertThat(problems(LEAST + "data=x.csv\ndata.scale=fast\ndata.std=1,0\ndata.mean=a\n"))
        .containsExactly(
            "'data.mean' is 'a' but must be numbers separated by commas",
            "'data.std' holds 0, but values are divided by it",
            "'data.scale' is 'fast' but must be auto or a number other than 0");
  }

  @Test
  void aModelNoLoaderIsMeantForListsTheLoaders() {
    assertThat(problems("model=thing\npaths=line\n"))
        .containsExactly(
            "model: no loader recognises 'thing'; set model.loader to one of built, net");
  }

  @Test
  void twoLoadersForOneModelMustBeChosenFrom() {
    assertThat(problems("model=built:a.net\npaths=line\n"))
        .containsExactly(
            "model: several loaders recognise 'built:a.net'; set model.loader to one of"
                + " built (class path), net (class path)");
  }

  @Test
  void emptyValuesAreProblems() {
    assertThat(problems(LEAST + "walk=\n"))
        .containsExactly("'walk' is empty; give it a value or remove it");
  }

  private RunConfiguration read(String text) {
    return read(text, Map.of());
  }

  private RunConfiguration read(String text, Map<String, String> overrides) {
    Path file = folder.resolve("run.properties");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return ConfigurationReader.read(RunProperties.read(file, overrides), StandIns.registry());
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(text)).problems();
  }
}
