package org.folding.engine.verify;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.folding.api.InvalidInputException;
import org.folding.api.data.Dataset;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.api.walk.CountedUnits;
import org.folding.engine.path.BitPlaces;
import org.folding.engine.path.SegmentLengths;
import org.folding.engine.rational.RationalNetwork;

/** Makes verifiers of the walks through one model, one for each thread. */
public final class WalkVerifiers {
  /**
   * How many multiplications a network may take where only points are evaluated without rounding.
   */
  static final long MOST_OF_A_POINT = 10_000_000;

  private final VerifyMode mode;
  private final Network network;
  private final CountedUnits units;
  private final int[] places;
  private final int allBits;
  private final SegmentLengths lengths;
  private Optional<RationalNetwork> rational = Optional.empty();
  private boolean prepared;

  /**
   * @param mode how to verify
   * @param model the model, with a network
   * @param units the counted units of its walks
   * @param data the data whose rows paths may name
   * @throws InvalidInputException if the model is not piecewise linear, or too large for the mode
   */
  public WalkVerifiers(VerifyMode mode, Model model, CountedUnits units, Optional<Dataset> data) {
    this.mode = Objects.requireNonNull(mode, "mode is null");
    this.network =
        model
            .network()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "walk.verify: model '"
                            + model.name()
                            + "' is not piecewise linear, so its walks cannot be verified"));
    this.units = units;
    List<UnitLayer> layers = UnitLayer.of(network);
    this.places = BitPlaces.of(layers, units);
    this.allBits = layers.stream().mapToInt(UnitLayer::bits).sum();
    this.lengths = new SegmentLengths(data);
    if (mode == VerifyMode.RATIONAL && rational().isEmpty()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "walk.verify=rational: model '%s' is too large, as one evaluation takes more than"
                  + " %,d multiplications; use walk.verify=midpoints",
              model.name(),
              RationalNetwork.MOST_OF_A_WALK));
    }
  }

  /** The network in rational arithmetic, made when it is needed first; none if it is too large. */
  private synchronized Optional<RationalNetwork> rational() {
    if (!prepared) {
      rational =
          RationalNetwork.of(
              network,
              mode == VerifyMode.RATIONAL ? RationalNetwork.MOST_OF_A_WALK : MOST_OF_A_POINT);
      prepared = true;
    }
    return rational;
  }

  /**
   * @return a verifier for use by one thread
   */
  public WalkVerifier newVerifier() {
    return mode == VerifyMode.RATIONAL
        ? new RationalVerifier(units, places, lengths, rational().orElseThrow())
        : new MidpointVerifier(network, units, places, allBits, lengths, this::rational);
  }
}
