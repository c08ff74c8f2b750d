package org.folding.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.api.network.Network;
import org.folding.cli.ModelOpener.OpenedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code folding describe}. */
@Command(
    name = "describe",
    description = "Shows a model's layers, what is counted, and whether it can be walked exactly.")
final class DescribeCommand extends ConsoleCommand {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Mixin private ModelArgument argument;
  @Mixin private PluginFolder plugins;

  @Option(names = "--json", description = "Writes JSON.")
  private boolean json;

  private final ModelOpener models;

  DescribeCommand(Console console, ModelOpener models) {
    super(console);
    this.models = models;
  }

  @Override
  void execute() {
    try (OpenedModel opened = models.open(argument, plugins)) {
      Model model = opened.model();
      ModelDescription description = ModelDescription.of(model);
      if (json) {
        out().println(MAPPER.writeValueAsString(toJson(description)));
      } else {
        print(description);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can always be written", e);
    }
  }

  private void print(ModelDescription description) {
    Model model = description.model();
    List<String> obstacles = description.obstacles();
    Table facts =
        new Table()
            .add("model", model.name())
            .add("input", model.inputShape() + ", " + values(model.inputShape().size()));
    description
        .network()
        .map(Network::outputShape)
        .ifPresent(shape -> facts.add("output", shape + ", " + values(shape.size())));
    description
        .cutOutput()
        .ifPresent(
            obstacle -> facts.add("output", "not computed, all units come before it: " + obstacle));
    description.parameters().ifPresent(n -> facts.add("parameters", Long.toString(n)));
    facts.add("units", units(description));
    if (description.maxima() > 0) {
      facts.add("maxima", description.maxima() + ", whose switches bend the map but are no flips");
    }
    facts.add("exact walk", exactWalk(description));
    obstacles.forEach(obstacle -> facts.add("", obstacle));
    facts.print(out());
    out().println();
    Table table = new Table("layer", "operator", "shape", "units", "bits", "counted as", "exact");
    for (UnitLayer layer : model.layers()) {
      table.add(
          layer.name(),
          layer.operator(),
          layer.shape().toString(),
          Integer.toString(layer.shape().size()),
          Integer.toString(layer.bits()),
          layer.role().word(),
          description.isExact(layer) ? "yes" : "no");
    }
    table.print(out());
  }

  private static String exactWalk(ModelDescription description) {
    if (description.obstacles().isEmpty()) {
      return "yes";
    }
    long exact = description.model().layers().stream().filter(description::isExact).count();
    return exact == 0
        ? "no, only walk=adaptive or walk=sampled"
        : "only where walk.count leaves out the layers that are not exact; else walk=adaptive or walk=sampled";
  }

  private static String values(int size) {
    return size == 1 ? "1 value" : size + " values";
  }

  private static String units(ModelDescription description) {
    if (description.unitsByRole().isEmpty()) {
      return "none";
    }
    return description.unitsByRole().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private static ObjectNode toJson(ModelDescription description) {
    Model model = description.model();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("name", model.name());
    model.inputShape().dimensions().forEach(root.putObject("input").putArray("shape")::add);
    description
        .network()
        .ifPresent(
            network ->
                network
                    .outputShape()
                    .dimensions()
                    .forEach(root.putObject("output").putArray("shape")::add));
    description
        .cutOutput()
        .ifPresent(obstacle -> root.putObject("output").put("obstacle", obstacle));
    description.parameters().ifPresent(n -> root.put("parameters", n));
    List<String> obstacles = description.obstacles();
    ObjectNode exact = root.putObject("exact_walk").put("possible", obstacles.isEmpty());
    obstacles.forEach(exact.putArray("obstacles")::add);
    ObjectNode units = root.putObject("units");
    description.unitsByRole().forEach((role, number) -> units.put(role.word(), number));
    root.put("maxima", description.maxima());
    ArrayNode layers = root.putArray("layers");
    for (UnitLayer layer : model.layers()) {
      ObjectNode node = layers.addObject();
      node.put("name", layer.name()).put("operator", layer.operator());
      layer.shape().dimensions().forEach(node.putArray("shape")::add);
      node.put("units", layer.shape().size())
          .put("bits", layer.bits())
          .put("role", layer.role().word())
          .put("exact", description.isExact(layer));
      description.obstacle(layer).ifPresent(reason -> node.put("obstacle", reason));
    }
    return root;
  }
}
