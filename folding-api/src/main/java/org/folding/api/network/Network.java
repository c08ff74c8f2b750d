package org.folding.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A piecewise-linear network: nodes in an order in which each comes after its operands. Value 0 is
 * the input; node i, from 0, makes value i + 1. Immutable; made by {@link #builder}.
 */
public final class Network {
  private final String name;
  private final Shape inputShape;
  private final List<Node> nodes;

  private Network(String name, Shape inputShape, List<Node> nodes) {
    this.name = name;
    this.inputShape = inputShape;
    this.nodes = List.copyOf(nodes);
  }

  /**
   * One operation on values computed before it.
   *
   * @param name the node's name, for messages and column headings
   * @param operation what it computes
   * @param operands the values it reads: 0 for the network's input, i + 1 for the result of node i
   * @param shape the shape of its result
   */
  public record Node(String name, Operation operation, List<Integer> operands, Shape shape) {
    /** Copies the operands. */
    public Node {
      Objects.requireNonNull(name, "name is null");
      operands = List.copyOf(operands);
    }
  }

  /**
   * @param name the network's name
   * @param inputShape the shape of one input
   * @return a builder
   */
  public static Builder builder(String name, Shape inputShape) {
    return new Builder(name, inputShape);
  }

  /**
   * @return the network's name
   */
  public String name() {
    return name;
  }

  /**
   * @return the shape of one input
   */
  public Shape inputShape() {
    return inputShape;
  }

  /**
   * @return the nodes, operands first; the last one makes the output; at least one
   */
  public List<Node> nodes() {
    return nodes;
  }

  /**
   * @return the shape of the output
   */
  public Shape outputShape() {
    return nodes.get(nodes.size() - 1).shape();
  }

  /** Collects nodes and infers their shapes. */
  public static final class Builder {
    private final String name;
    private final Shape inputShape;
    private final List<Node> nodes = new ArrayList<>();

    private Builder(String name, Shape inputShape) {
      this.name = Objects.requireNonNull(name, "name is null");
      this.inputShape = Objects.requireNonNull(inputShape, "inputShape is null");
    }

    /**
     * Adds a node that reads the result of the node before it, or the input if it is the first.
     *
     * @param nodeName the node's name
     * @param operation what it computes
     * @return the value that it makes
     * @throws IllegalArgumentException if the operation cannot take that operand; the message
     *     starts with the node's name
     */
    public int then(String nodeName, Operation operation) {
      return add(nodeName, operation, nodes.size());
    }

    /**
     * Adds a node.
     *
     * @param nodeName the node's name
     * @param operation what it computes
     * @param operands the values it reads, as returned by this builder; 0 is the network's input
     * @return the value that it makes
     * @throws IllegalArgumentException if the operation cannot take these operands; the message
     *     starts with the node's name
     */
    public int add(String nodeName, Operation operation, int... operands) {
      List<Integer> values = new ArrayList<>();
      List<Shape> shapes = new ArrayList<>();
      for (int value : operands) {
        values.add(value);
        shapes.add(shape(value));
      }
      Shape shape;
      try {
        shape = operation.outputShape(shapes);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(nodeName + " " + e.getMessage(), e);
      }
      nodes.add(new Node(nodeName, operation, values, shape));
      return nodes.size();
    }

    /**
     * @param value a value made so far; 0 is the network's input
     * @return its shape
     */
    public Shape shape(int value) {
      return value == 0 ? inputShape : nodes.get(value - 1).shape();
    }

    /**
     * @return the number of nodes added so far, which is also the value made last
     */
    public int size() {
      return nodes.size();
    }

    /**
     * @return the network, whose output is the value made last
     * @throws IllegalArgumentException if no node was added
     */
    public Network build() {
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("network '" + name + "' has no node");
      }
      return new Network(name, inputShape, nodes);
    }
  }
}
