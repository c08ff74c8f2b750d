package org.folding.onnx;

import java.util.Optional;
import org.folding.api.network.UnitRole;

/**
 * Where a graph has units.
 *
 * @param name the layer's name, that of the node
 * @param operator the activation's operator
 * @param tensor the tensor of the pre-activations
 * @param thresholds for each bit of a unit the number above which the bit is 1, rising
 * @param role what the units are for
 * @param obstacle why the pre-activations are not known to be piecewise linear; empty where the
 *     network has these units
 */
record UnitSite(
    String name,
    String operator,
    String tensor,
    double[] thresholds,
    UnitRole role,
    Optional<String> obstacle) {}
