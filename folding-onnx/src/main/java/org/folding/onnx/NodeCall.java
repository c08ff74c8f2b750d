package org.folding.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folding.api.network.Network;
import org.folding.api.network.Operation;
import org.folding.api.network.Reshape;
import org.folding.api.network.Shape;
import org.folding.api.network.UnitRole;
import org.folding.onnx.Value.Beyond;
import org.folding.onnx.Value.Signal;

/** A node of the graph together with what it reads, for the reader of its operator. */
final class NodeCall {
  private final Scope scope;
  private final String name;
  private final NodeProto node;
  private final List<Value> inputs;
  private final UnitRole role;
  private final Location location;
  private final Attributes attributes;
  private final Map<String, Value> further = new HashMap<>();

  /**
   * What all nodes of a graph share.
   *
   * @param builder the network so far
   * @param names the names taken so far
   * @param tensors reads the tensors of the model
   * @param batch whether axis 0 is a batch axis
   * @param location the model's file
   */
  record Scope(
      Network.Builder builder,
      Names names,
      OnnxTensors tensors,
      BatchAxis batch,
      Location location) {}

  /**
   * @param inputs what the node reads; null for an input that is left out
   * @param role the role of units that the node makes
   */
  NodeCall(Scope scope, String name, NodeProto node, List<Value> inputs, UnitRole role) {
    this.scope = scope;
    this.name = name;
    this.node = node;
    this.inputs = inputs;
    this.role = role;
    this.location = scope.location().at(name, node.getOpType());
    this.attributes = new Attributes(node, location);
  }

  NodeProto node() {
    return node;
  }

  String name() {
    return name;
  }

  String operator() {
    return node.getOpType();
  }

  Attributes attributes() {
    return attributes;
  }

  UnitRole role() {
    return role;
  }

  BatchAxis batch() {
    return scope.batch();
  }

  OnnxTensors tensors() {
    return scope.tensors();
  }

  /** The name of the node's first result. */
  String result() {
    return node.getOutput(0);
  }

  /** How many inputs the node names. */
  int inputs() {
    return inputs.size();
  }

  boolean has(int index) {
    return index < inputs.size() && inputs.get(index) != null;
  }

  Value input(int index) {
    Value value = unbounded(index);
    if (value instanceof Constant constant
        && constant.values().length == 1
        && !Double.isFinite(constant.values()[0])) {
      throw refuse(
          "reads tensor "
              + Location.quote(constant.name())
              + ", which holds infinity at index "
              + Constant.text(new int[constant.rank()])
              + "; weights must be finite");
    }
    return value;
  }

  /** An input that, if it is a single number, may be an infinity: that says there is no bound. */
  Value unbounded(int index) {
    if (!has(index)) {
      throw refuse("is missing its input " + index);
    }
    return inputs.get(index);
  }

  /** All inputs as they are; null for one that is left out. */
  List<Value> values() {
    return inputs;
  }

  List<Value> allInputs() {
    return IntStream.range(0, inputs.size()).mapToObj(this::input).toList();
  }

  /** How many results the node names. */
  int outputs() {
    return node.getOutputCount();
  }

  /** Sets a result other than the first, which the reader returns. */
  void further(int index, Value value) {
    further.put(node.getOutput(index), value);
  }

  /** The results other than the first that the reader made, by their names. */
  Map<String, Value> furtherResults() {
    return further;
  }

  /**
   * What keeps the first of the inputs out of a network that none holds; empty where all are known.
   */
  Optional<Beyond> beyond() {
    return inputs.stream().filter(Beyond.class::isInstance).map(Beyond.class::cast).findFirst();
  }

  /** The inputs that a network computes, by their names. */
  Map<String, Signal> signals() {
    Map<String, Signal> signals = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i) instanceof Signal signal) {
        signals.put(node.getInput(i), signal);
      }
    }
    return signals;
  }

  /** An input that depends on the network's input. */
  Signal signal(int index) {
    if (input(index) instanceof Signal signal) {
      return signal;
    }
    throw refuse(
        "reads a constant as its input "
            + index
            + ", where only a tensor computed from the network's input is supported");
  }

  /** An input that is known when the model is loaded. */
  Constant constant(int index) {
    if (input(index) instanceof Constant constant) {
      return constant;
    }
    throw refuse(
        "computes its input "
            + index
            + " from the network's input; that one must be a constant, such as an initializer");
  }

  /** A constant of a float type. */
  Constant weights(int index) {
    Constant constant = constant(index);
    if (!constant.isFloat()) {
      throw refuse(
          "reads tensor "
              + Location.quote(constant.name())
              + " of type "
              + constant.type()
              + " as numbers; these must be FLOAT, DOUBLE, FLOAT16 or BFLOAT16");
    }
    return constant;
  }

  /** Adds an operation on one tensor, under the node's name. */
  Signal emit(Operation operation, Signal operand) {
    return emit(operation, List.of(operand));
  }

  /** Adds an operation on several tensors, under the node's name. */
  Signal emit(Operation operation, List<Signal> operands) {
    return emitAs(name, operation, operands);
  }

  /** Adds an operation that does a part of the node's work, under a name made from the node's. */
  Signal emitPart(String part, Operation operation, List<Signal> operands) {
    return emitAs(scope.names().claim(name + "/" + part), operation, operands);
  }

  private Signal emitAs(String unique, Operation operation, List<Signal> operands) {
    int[] ids = operands.stream().mapToInt(Signal::id).toArray();
    int id = scope.builder().add(unique, operation, ids);
    Shape shape = scope.builder().shape(id);
    Operand.requireSmall(this, Operand.dims(shape));
    return new Signal(id, shape);
  }

  Signal emitPart(String part, Operation operation, Signal operand) {
    return emitPart(part, operation, List.of(operand));
  }

  /** Adds an operation whose result, flat in the network, has a shape in the graph. */
  Signal emit(Operation operation, Signal operand, Shape shape) {
    Signal result = emit(operation, operand);
    if (result.shape().equals(shape)) {
      return result;
    }
    return emitPart("shape", new Reshape(shape), result);
  }

  /** The tensor under another shape; itself where it has that shape already. */
  Signal reshaped(Signal operand, Shape shape) {
    return operand.shape().equals(shape) ? operand : emit(new Reshape(shape), operand);
  }

  /** The exception for what this node asks for; follows the node's name. */
  NodeException refuse(String what) {
    return refuse(what, null);
  }

  NodeException refuse(String what, Throwable cause) {
    return new NodeException(location, what, cause);
  }

  /** The exception for a node that mixes the batch axis with others. */
  BatchAxisException refuseBatch(String what) {
    return new BatchAxisException(location, what);
  }

  /**
   * @param axis an axis as the graph counts them, negative from the end
   * @param rank the number of axes in the graph, with the batch axis
   * @return the axis, from 0
   */
  int axis(long axis, int rank) {
    long counted = axis < 0 ? axis + rank : axis;
    if (counted < 0 || counted >= Math.max(rank, 1)) {
      throw refuse("names axis " + axis + " of a tensor of " + rank + " axes");
    }
    return (int) counted;
  }
}
