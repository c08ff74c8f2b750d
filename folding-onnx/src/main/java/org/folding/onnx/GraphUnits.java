package org.folding.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folding.api.network.Rectifier;
import org.folding.api.network.Sum;
import org.folding.api.network.Tensor;
import org.folding.api.network.UnitRole;
import org.folding.onnx.Composites.Composite;
import org.folding.onnx.Value.Beyond;
import org.folding.onnx.Value.Signal;

/**
 * Notes where a graph that is read has units, and what the network computes for those beyond it.
 */
final class GraphUnits {
  private final NodeCall.Scope scope;
  private final List<UnitSite> sites = new ArrayList<>();
  private final List<Integer> probes = new ArrayList<>();
  private final Map<Signal, String> frontier = new LinkedHashMap<>();

  GraphUnits(NodeCall.Scope scope) {
    this.scope = scope;
  }

  /** All units so far, in the order of the graph. */
  List<UnitSite> sites() {
    return List.copyOf(sites);
  }

  /** The nodes of the network that stand for smooth units. */
  List<Integer> probes() {
    return List.copyOf(probes);
  }

  /** What the network computes for nodes that are not in it, with the tensors' names. */
  Map<Signal, String> frontier() {
    return frontier;
  }

  /** Has the network compute a tensor for what is not in it. */
  void end(Signal signal, String tensor) {
    frontier.putIfAbsent(signal, tensor);
  }

  /** Leaves a node out of the network: its units are beyond it, and what it reads are ends. */
  void leaveOut(NodeCall call, String obstacle) {
    note(call, Optional.of(obstacle));
    call.signals().forEach((tensor, signal) -> end(signal, tensor));
  }

  /**
   * Notes the units of a node, if it has any.
   *
   * @param obstacle see {@link UnitSite#obstacle}
   */
  void note(NodeCall call, Optional<String> obstacle) {
    if (!UnitOperators.isActivation(call.node())) {
      return;
    }
    double[] thresholds = UnitOperators.thresholds(call);
    // A node that is missing its input is refused in any case.
    if (thresholds.length > 0 && call.has(0)) {
      sites.add(site(call, thresholds, obstacle));
    }
  }

  /**
   * Notes the units of a smooth activation, if the network computes what they read.
   *
   * @return the activation's result; empty where this is none that has units
   */
  Optional<Value> smooth(NodeCall call, Location location) {
    if (!UnitOperators.isSmooth(call.node())
        || !call.has(0)
        || !(call.values().get(UnitOperators.preactivations(call)) instanceof Signal z)) {
      return Optional.empty();
    }
    double[] thresholds = UnitOperators.thresholds(call);
    return thresholds.length == 0
        ? Optional.empty()
        : Optional.of(probe(site(call, thresholds, Optional.empty()), location, z));
  }

  /**
   * Notes the units of an activation of several nodes, of which only the result is read.
   *
   * @param name of its layer
   * @param base its pre-activations
   * @return its result
   */
  Value composite(Composite composite, String name, Value base, UnitRole role) {
    UnitSite site =
        new UnitSite(
            name,
            composite.operator(),
            composite.base(),
            new double[] {0},
            role,
            base instanceof Beyond before ? Optional.of(before.obstacle()) : Optional.empty());
    if (!(base instanceof Signal z)) {
      sites.add(site);
      return base;
    }
    if (composite.slopes().isEmpty()) {
      return probe(site, scope.location().at(name, composite.operator()), z);
    }
    sites.add(site);
    return bent(composite.slopes().get(), site, z);
  }

  /** What has one slope below zero and another one above. */
  private Signal bent(Composites.Slopes slopes, UnitSite site, Signal z) {
    double below = slopes.below();
    double above = slopes.above();
    Tensor slope = Tensor.scalar(above == 1 ? below : 0);
    Rectifier rectifier = new Rectifier(site.operator(), slope, site.role());
    int units = scope.builder().add(site.name(), rectifier, z.id());
    if (above != 1) {
      Sum sum = new Sum(List.of(below, above - below));
      units = scope.builder().add(scope.names().claim(site.name() + "/output"), sum, z.id(), units);
    }
    return new Signal(units, z.shape());
  }

  /** Smooth units whose pre-activations the network computes: it ends there, but has their bits. */
  private Beyond probe(UnitSite site, Location location, Signal z) {
    probes.add(UnitProbe.add(scope, site, z.id()));
    sites.add(site);
    end(z, site.tensor());
    return new Beyond(location.node() + Operators.NOT_LINEAR);
  }

  private static UnitSite site(NodeCall call, double[] thresholds, Optional<String> obstacle) {
    return new UnitSite(
        call.name(),
        call.operator(),
        call.node().getInput(UnitOperators.preactivations(call)),
        Arrays.copyOf(thresholds, thresholds.length),
        call.role(),
        obstacle);
  }
}
