package org.folding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folding.onnx.OnnxModels.BATCH;
import static org.folding.onnx.OnnxModels.dims;
import static org.folding.onnx.OnnxModels.withInput;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.nio.file.Path;
import java.util.List;
import org.folding.api.model.Model;
import org.folding.api.model.UnitLayer;
import org.folding.engine.network.NetworkEvaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with functions of their own, as exporters write modules. */
final class FunctionsTest {
  private static final String DOMAIN = "test.modules";

  @TempDir Path folder;

  private static NodeProto call(String function, String name, List<String> inputs, String output) {
    return NodeProto.newBuilder()
        .setDomain(DOMAIN)
        .setOpType(function)
        .setName(name)
        .addAllInput(inputs)
        .addOutput(output)
        .build();
  }

  /** y = leaky(x·w), with the slope that the call gives. */
  private static FunctionProto layer() {
    return FunctionProto.newBuilder()
        .setName("Layer")
        .setDomain(DOMAIN)
        .addAllInput(List.of("in", "w"))
        .addOutput("out")
        .addAttribute("slope")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
        .addNode(
            NodeProto.newBuilder()
                .setOpType("MatMul")
                .addAllInput(List.of("in", "w"))
                .addOutput("z"))
        .addNode(
            NodeProto.newBuilder()
                .setOpType("LeakyRelu")
                .setName("act")
                .addInput("z")
                .addOutput("out")
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("alpha")
                        .setType(AttributeType.FLOAT)
                        .setRefAttrName("slope")))
        .build();
  }

  /** Calls the other function twice. */
  private static FunctionProto block() {
    NodeProto.Builder first = call("Layer", "one", List.of("in", "w"), "h").toBuilder();
    NodeProto.Builder second = call("Layer", "two", List.of("h", "w"), "out").toBuilder();
    return FunctionProto.newBuilder()
        .setName("Block")
        .setDomain(DOMAIN)
        .addAllInput(List.of("in", "w"))
        .addOutput("out")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(DOMAIN).setVersion(1))
        .addNode(first.addAttribute(OnnxModels.real("slope", 0.5)))
        .addNode(second.addAttribute(OnnxModels.real("slope", 0.25)))
        .build();
  }

  private static ModelProto model(FunctionProto... functions) {
    ModelProto.Builder model =
        withInput(BATCH, 2)
            .floats("W", dims(2, 2), 1, 2, -3, 1)
            .node("Neg", List.of("h"), "y")
            .output("y")
            .toBuilder();
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(DOMAIN).setVersion(1));
    model.getGraphBuilder().addNode(0, call("Block", "block", List.of("x", "W"), "h"));
    return model.addAllFunctions(List.of(functions)).build();
  }

  @Test
  void nodesOfFunctionsAreNodesOfTheGraph() throws Exception {
    try (Model loaded = Loading.checked(Loading.write(folder, model(layer(), block())))) {
      assertThat(loaded.layers())
          .extracting(UnitLayer::name)
          .containsExactly("block/one/act", "block/two/act");
      // x·W = (1 − 6, 2 + 2) = (−5, 4), leaky 0.5: (−2.5, 4); ·W = (−14.5, −1), leaky 0.25.
      assertThat(new NetworkEvaluator(loaded.network().orElseThrow()).output(new double[] {1, 2}))
          .containsExactly(14.5 / 4, 0.25);
    }
  }

  @Test
  void refusesFunctionsThatCallEachOtherForEver() throws Exception {
    FunctionProto endless =
        block().toBuilder()
            .clearNode()
            .addNode(call("Block", "again", List.of("in", "w"), "out"))
            .build();
    assertThat(Loading.objection(Loading.write(folder, model(endless))))
        .contains("calls functions that call each other, more than 32 levels deep")
        .doesNotContain("\n");
  }
}
