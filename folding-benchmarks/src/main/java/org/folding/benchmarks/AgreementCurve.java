package org.folding.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.folding.api.Options;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.model.ModelLoaderFactory;
import org.folding.api.model.ModelSource;
import org.folding.api.path.InputPath;
import org.folding.api.walk.Walk;
import org.folding.core.data.DataFiles;
import org.folding.core.data.DataOptions;
import org.folding.engine.WalkSettings;
import org.folding.engine.WalkerFactory;
import org.folding.engine.path.AdaptiveStatistics;
import org.folding.engine.path.SearchLimits;
import org.folding.engine.path.Walker;
import org.folding.onnx.OnnxPlugin;

/**
 * On how many paths an adaptive walk and equally spaced samples find the exact folding, by the
 * number of evaluations. Prints CSV. Arguments: a folder with {@code models/NAME.onnx} and {@code
 * mnist/t10k-images-idx3-ubyte.gz}, the number of random pairs of images, numbers of evaluations
 * separated by commas, and names of networks.
 */
public final class AgreementCurve {
  private static final long SEED = 42;

  /** So many paths are sampled really, to check what the others are said to give. */
  private static final int CHECKED = 3;

  private final Model model;
  private final Dataset images;
  private final List<InputPath> paths = new ArrayList<>();
  private final List<Trace> exact = new ArrayList<>();

  private AgreementCurve(Model model, Dataset images, int count) {
    this.model = model;
    this.images = images;
    SplittableRandom random = new SplittableRandom(SEED);
    try (Walker walker = factory(WalkSettings.exact(WalkSettings.Count.HIDDEN)).newWalker()) {
      for (int i = 0; i < count; i++) {
        int from = random.nextInt(images.rows());
        int to = random.nextInt(images.rows());
        paths.add(InputPath.betweenRows(from, to));
        exact.add(Trace.of(walker.walk(paths.get(i))));
      }
    }
  }

  /**
   * Measures.
   *
   * @param args see above
   */
  public static void main(String[] args) {
    Path shared = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    int[] budgets = Arrays.stream(args[2].split(",", -1)).mapToInt(Integer::parseInt).toArray();
    Dataset images =
        DataFiles.read(shared.resolve("mnist/t10k-images-idx3-ubyte.gz"), DataOptions.DEFAULTS);
    ModelLoaderFactory loader = new OnnxPlugin().modelLoaders().get(0);
    Options options = Options.of("model.onnx.", loader.options(), Map.of(), shared);
    System.out.println(
        "network,paths,flips,evaluations,uniform,adaptive,adaptive_evaluations,cut_short");
    for (String name : Arrays.asList(args).subList(3, args.length)) {
      ModelSource source = new ModelSource("models/" + name + ".onnx", shared);
      try (Model model = loader.create(options).load(source)) {
        AgreementCurve curve = new AgreementCurve(model, images, count);
        for (int budget : budgets) {
          System.out.println(name + "," + curve.row(budget));
        }
      }
    }
  }

  private WalkerFactory factory(WalkSettings settings) {
    return new WalkerFactory(model, Optional.of(images), settings);
  }

  private String row(int budget) {
    WalkerFactory adaptive =
        factory(
            WalkSettings.adaptive(
                new SearchLimits(budget, SearchLimits.DEFAULT.resolution()),
                WalkSettings.Count.HIDDEN));
    WalkerFactory sampled = factory(WalkSettings.sampled(budget, WalkSettings.Count.HIDDEN));
    int byAdaptive = 0;
    int byUniform = 0;
    AdaptiveStatistics statistics;
    try (Walker adaptiveWalker = adaptive.newWalker();
        Walker sampledWalker = sampled.newWalker()) {
      for (int i = 0; i < paths.size(); i++) {
        double folding = exact.get(i).folding();
        double uniform = exact.get(i).sampled(budget).folding();
        if (i < CHECKED) {
          double really = Trace.of(sampledWalker.walk(paths.get(i))).folding();
          if (really != uniform) {
            throw new IllegalStateException(
                "path " + i + ": sampled " + really + ", by the exact walk " + uniform);
          }
        }
        byUniform += uniform == folding ? 1 : 0;
        byAdaptive += Trace.of(adaptiveWalker.walk(paths.get(i))).folding() == folding ? 1 : 0;
      }
      statistics = adaptiveWalker.takeStatistics();
    }
    return String.format(
        Locale.ROOT,
        "%d,%.1f,%d,%d,%d,%.1f,%d",
        paths.size(),
        exact.stream().mapToInt(Trace::flips).average().orElse(0),
        budget,
        byUniform,
        byAdaptive,
        statistics.evaluationsEachPath(),
        statistics.openPaths());
  }

  /** The flips of a walk: their times, rising, and their bits. */
  private record Trace(int bits, double[] times, int[] flipped) {

    static Trace of(Walk walk) {
      double[] times = new double[walk.flips()];
      int[] flipped = new int[walk.flips()];
      for (int step = 0; step < walk.steps(); step++) {
        for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
          times[flip] = walk.time(step);
          flipped[flip] = walk.bit(flip);
        }
      }
      return new Trace(walk.units().bits(), times, flipped);
    }

    int flips() {
      return times.length;
    }

    /** What n samples at equal distances see of this walk, if none lies on a flip. */
    Trace sampled(int samples) {
      double[] seen = new double[flips()];
      int[] bit = new int[flips()];
      int count = 0;
      boolean[] odd = new boolean[bits];
      int flip = 0;
      for (int sample = 1; sample < samples; sample++) {
        double t = (double) sample / (samples - 1);
        int first = flip;
        for (; flip < flips() && (times[flip] <= t); flip++) {
          odd[flipped[flip]] ^= true;
        }
        for (int i = first; i < flip; i++) {
          if (odd[flipped[i]]) {
            odd[flipped[i]] = false;
            seen[count] = t;
            bit[count++] = flipped[i];
          }
        }
      }
      return new Trace(bits, Arrays.copyOf(seen, count), Arrays.copyOf(bit, count));
    }

    /** χ = 1 − r1/r2, and 0 where r2 = 0. */
    double folding() {
      boolean[] differs = new boolean[bits];
      int distance = 0;
      int farthest = 0;
      for (int flip = 0; flip < flips(); flip++) {
        differs[flipped[flip]] ^= true;
        distance += differs[flipped[flip]] ? 1 : -1;
        boolean stepEnds = flip + 1 == flips() || times[flip + 1] > times[flip];
        farthest = stepEnds ? Math.max(farthest, distance) : farthest;
      }
      return flips() == 0 ? 0 : 1 - (double) farthest / flips();
    }
  }
}
