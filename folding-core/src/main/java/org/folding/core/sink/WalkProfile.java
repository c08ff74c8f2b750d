package org.folding.core.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.folding.api.walk.Walk;

/**
 * How a walk goes, in bounded size: its distance from the start after each step, and its flips by
 * time and layer. With π_1 the first pattern and d_H the Hamming distance, after a step that ends
 * in pattern π_i {@code distance} holds d_H(π_1, π_i), {@code range} r1 and {@code length} r2 of
 * the walk so far, so that its folding so far is 1 − r1/r2.
 *
 * <p>A walk with many flips is told at fewer times, each the last step of its part of [0, 1]; the
 * numbers at those times are exact, and no flip is left out.
 */
final class WalkProfile {
  /** Steps of walks with more flips are put together. */
  private static final int MOST_FLIPS = 4000;

  private static final int MOST_PARTS = 2000;
  private static final int LEAST_PARTS = 100;

  private final boolean grouped;
  private final int parts;
  private final int[] away;
  private final int[] back;
  private final ArrayNode times;
  private final ArrayNode distances;
  private final ArrayNode ranges;
  private final ArrayNode lengths;
  private final ArrayNode flipTimes;
  private final ArrayNode flipLayers;
  private final ArrayNode flipsAway;
  private final ArrayNode flipsBack;

  private WalkProfile(Walk walk, ObjectNode node) {
    int layers = walk.units().layers().size();
    grouped = walk.flips() > MOST_FLIPS;
    parts = Math.max(LEAST_PARTS, Math.min(MOST_PARTS, MOST_FLIPS / Math.max(1, layers)));
    away = new int[layers];
    back = new int[layers];
    node.put("grouped", grouped);
    ObjectNode curve = node.putObject("curve");
    times = curve.putArray("time");
    distances = curve.putArray("distance");
    ranges = curve.putArray("range");
    lengths = curve.putArray("length");
    ObjectNode raster = node.putObject("raster");
    flipTimes = raster.putArray("time");
    flipLayers = raster.putArray("layer");
    flipsAway = raster.putArray("away");
    flipsBack = raster.putArray("back");
  }

  /** Writes a walk's profile into a node. */
  static void put(Walk walk, ObjectNode node) {
    new WalkProfile(walk, node).follow(walk);
  }

  private void follow(Walk walk) {
    boolean[] differs = new boolean[walk.units().bits()];
    int distance = 0;
    int range = 0;
    for (int step = 0; step < walk.steps(); step++) {
      for (int flip = walk.firstFlip(step); flip < walk.firstFlip(step + 1); flip++) {
        int bit = walk.bit(flip);
        differs[bit] = !differs[bit];
        distance += differs[bit] ? 1 : -1;
        (differs[bit] ? away : back)[walk.units().layerOf(bit)]++;
      }
      range = Math.max(range, distance);
      if (!grouped || endsPart(walk, step)) {
        times.add(walk.time(step));
        distances.add(distance);
        ranges.add(range);
        lengths.add(walk.firstFlip(step + 1));
        addFlips(walk.time(step));
      }
    }
  }

  private boolean endsPart(Walk walk, int step) {
    return step == walk.steps() - 1
        || (int) (walk.time(step + 1) * parts) != (int) (walk.time(step) * parts);
  }

  private void addFlips(double time) {
    for (int layer = 0; layer < away.length; layer++) {
      if (away[layer] + back[layer] > 0) {
        flipTimes.add(time);
        flipLayers.add(layer);
        flipsAway.add(away[layer]);
        flipsBack.add(back[layer]);
        away[layer] = 0;
        back[layer] = 0;
      }
    }
  }
}
