package org.folding.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts the nodes of a model's functions in the place of the nodes that call them. Tensors and nodes
 * of a call are named after the calling node.
 */
final class FunctionInliner {
  private static final int DEEPEST = 32;

  /** The most nodes that a few functions which call each other may multiply to. */
  private static final int MOST_NODES = 1_000_000;

  private final Location location;
  private final Map<String, FunctionProto> functions = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final GraphProto.Builder graph;

  private FunctionInliner(ModelProto model, Location location) {
    this.location = location;
    for (FunctionProto function : model.getFunctionsList()) {
      functions.put(key(function.getDomain(), function.getName()), function);
    }
    this.graph = model.getGraph().toBuilder().clearNode();
    for (NodeProto node : model.getGraph().getNodeList()) {
      names.addAll(node.getOutputList());
    }
  }

  /**
   * @param model a model
   * @param location its file
   * @return the same model without functions
   * @throws org.folding.api.InvalidInputException if functions call each other in a circle or a
   *     call does not fit its function
   */
  static ModelProto inlined(ModelProto model, Location location) {
    if (model.getFunctionsCount() == 0) {
      return model;
    }
    FunctionInliner inliner = new FunctionInliner(model, location);
    for (NodeProto node : model.getGraph().getNodeList()) {
      inliner.add(node, Map.of(), 0);
    }
    ModelProto.Builder inlined = model.toBuilder().clearFunctions().setGraph(inliner.graph);
    inliner.addOpsets(model, inlined);
    return inlined.build();
  }

  /** Operator sets that only functions ask for; of those that the model names its own count. */
  private void addOpsets(ModelProto model, ModelProto.Builder inlined) {
    Map<String, OperatorSetIdProto> opsets = new LinkedHashMap<>();
    for (FunctionProto function : model.getFunctionsList()) {
      function.getOpsetImportList().forEach(opset -> opsets.putIfAbsent(opset.getDomain(), opset));
    }
    model.getOpsetImportList().forEach(opset -> opsets.put(opset.getDomain(), opset));
    inlined.clearOpsetImport().addAllOpsetImport(opsets.values());
  }

  private static String key(String domain, String name) {
    return domain + "::" + name;
  }

  /**
   * @param attributes what the attributes of a function stand for in the call that the node is part
   *     of
   */
  private void add(NodeProto node, Map<String, AttributeProto> attributes, int depth) {
    NodeProto.Builder resolved = node.toBuilder().clearAttribute();
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.getRefAttrName().isEmpty()) {
        resolved.addAttribute(attribute);
      } else if (attributes.containsKey(attribute.getRefAttrName())) {
        resolved.addAttribute(
            attributes.get(attribute.getRefAttrName()).toBuilder().setName(attribute.getName()));
      }
    }
    FunctionProto function = functions.get(key(node.getDomain(), node.getOpType()));
    if (function == null) {
      if (graph.getNodeCount() >= MOST_NODES) {
        throw location.refuse("its functions expand to more than " + MOST_NODES + " nodes");
      }
      graph.addNode(resolved);
    } else {
      call(resolved.build(), function, depth);
    }
  }

  private void call(NodeProto call, FunctionProto function, int depth) {
    Location place = location.at(call.getName(), call.getOpType());
    if (depth == DEEPEST) {
      throw place.refuse(
          "calls functions that call each other, more than " + DEEPEST + " levels deep");
    }
    if (call.getInputCount() > function.getInputCount()
        || call.getOutputCount() > function.getOutputCount()) {
      throw place.refuse(
          "calls a function of "
              + function.getInputCount()
              + " inputs and "
              + function.getOutputCount()
              + " outputs with "
              + call.getInputCount()
              + " and "
              + call.getOutputCount());
    }
    Map<String, AttributeProto> attributes = new HashMap<>();
    function.getAttributeProtoList().forEach(a -> attributes.put(a.getName(), a));
    call.getAttributeList().forEach(a -> attributes.put(a.getName(), a));
    Map<String, String> tensors = new HashMap<>();
    for (int i = 0; i < function.getInputCount(); i++) {
      tensors.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
    }
    for (int i = 0; i < call.getOutputCount(); i++) {
      if (!call.getOutput(i).isEmpty()) {
        tensors.put(function.getOutput(i), call.getOutput(i));
      }
    }
    String prefix = prefix(call);
    for (NodeProto node : function.getNodeList()) {
      NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput();
      node.getInputList().forEach(name -> renamed.addInput(renamed(name, tensors, prefix)));
      node.getOutputList().forEach(name -> renamed.addOutput(renamed(name, tensors, prefix)));
      if (!node.getName().isEmpty()) {
        renamed.setName(prefix + node.getName());
      }
      add(renamed.build(), attributes, depth + 1);
    }
  }

  private static String prefix(NodeProto call) {
    String name = call.getName();
    if (name.isEmpty()) {
      name = call.getOutputCount() == 0 ? call.getOpType() : call.getOutput(0);
    }
    return name + "/";
  }

  private String renamed(String name, Map<String, String> tensors, String prefix) {
    if (name.isEmpty()) {
      return name;
    }
    return tensors.computeIfAbsent(
        name,
        key -> {
          String unique = prefix + key;
          while (!names.add(unique)) {
            unique += "_";
          }
          return unique;
        });
  }
}
