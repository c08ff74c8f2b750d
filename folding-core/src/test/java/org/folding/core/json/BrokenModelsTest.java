package org.folding.core.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folding.api.InvalidInputException;
import org.folding.engine.testing.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are refused, each in one line that says where and what would be right. */
final class BrokenModelsTest {
  private static final String HEAD =
      "{\"format\": \"folding-model\", \"version\": 1, \"input\": {\"shape\": [2]}, \"layers\": ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ragged-row.json | layers[0].weights[1] has 1 entry but those before it have 2",
        "bias-length.json | layers[0].bias has 2 numbers but the weights have 3 rows",
        "layer-mismatch.json | layers[1].weights has 2 numbers a row but layers[0] gives 3, shape"
            + " [3]",
        "input-width.json | layers[0].weights has 2 numbers a row but the input gives 3, shape [3]",
        "empty-layers.json | layers is an empty list but must hold layers",
        "empty-weights.json | layers[0].weights is an empty list but must hold numbers",
        "string-weight.json | but must be a number",
        "null-weight.json | is null but must be a number",
        "nan.json | , line 1, column 135: is not JSON: Non-standard token 'NaN'",
        "overflow.json | is 1e999, beyond the greatest float64, 1.8e308",
        "truncated.json | is not JSON: Unexpected end-of-input",
        "array-top.json | the model is a list but must be an object",
        "empty.json | is empty: it must hold a model as JSON",
        "deep.json | the model is a list but must be an object",
        "duplicate-key.json | is not JSON: Duplicate field 'layers'",
        "trailing-comma.json | is not JSON: ",
        "unknown-activation.json | layers[0].activation is 'relu7'; did you mean 'relu'?",
        "unknown-field.json | field 'biases' is not known; did you mean 'bias'?",
        "future-version.json | version is 99 but this program reads version 1 or 2",
      })
  void sharedFiles(String name, String message) {
    Path file = SharedFiles.find("bad/" + name);

    assertRefused(file, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type':'dense','weights':[[1,2],[3,[4]]]}] | layers[0].weights[1][1] is a list but must"
            + " be a number, as those before it",
        "[{'type':'dense','weights':[[1,2],3]}] | layers[0].weights[1] is 3 but must be a list, as"
            + " those before it",
        "[{'type':'dense','weights':[1,2]}] | layers[0].weights must be a list of rows of numbers",
        "[{'type':'dense','weights':[[1,2]],'bias':1}] | layers[0].bias is of shape [] but the"
            + " weights have 1 row",
        "[{'type':'dense','weights':[[1,true]]}] | layers[0].weights[0][1] is true but must be a"
            + " number",
        "[{'type':'dense'}] | layers[0] has no 'weights', which its type or activation needs",
        "[{'weights':[[1,2]]}] | layers[0] has no 'type'; known are activation, add, affine,"
            + " concat, conv, conv-transpose, dense, flatten, map, max, reshape, select",
        "[{'type':'danse'}] | layers[0].type is 'danse'; did you mean 'dense'?",
        "[{'type':'lstm9'}] | layers[0].type is 'lstm9'; known are activation, add, affine, concat,",
        "[{'type':'concat'}] | layers[0] has the type 'concat', which needs \"version\": 2",
        "[{'type':'flatten','inputs':['input']}] | layers[0] has the field 'inputs', which needs",
        "[{'type':'max','groups':[[0]],'shape':[1]}] | layers[0] has the field 'shape' in a layer",
        "[{'type':'activation','activation':'clip','lower':0,'upper':1}] | layers[0] has the"
            + " activation 'clip', which needs",
        "[{'type':'dense','weights':[[1,2]],'scale':1}] | layers[0] is of type 'dense' and takes no"
            + " 'scale', only activation, bias,",
        "[{'type':'dense','weights':[[1,2]],'slope':1}] | layers[0].slope does not go with the"
            + " activation 'identity'",
        "[{'type':'dense','weights':[[1,2]],'activation':'relu','slope':1}] | layers[0].slope does"
            + " not go with the activation 'relu'",
        "[{'type':'dense','weights':[[1,2]],'activation':'prelu'}] | layers[0] has no 'slope'",
        "[{'type':'dense','weights':[[1,2]],'activation':'prelu','slope':[1,2]}] | layers[0] layer0"
            + " slope has 2 values for a tensor of shape [1]",
        "[{'type':'dense','weights':[[1,2]],'linear-name':'x'}] | layers[0].linear-name goes with an"
            + " activation",
        "[{'type':'activation','activation':'abs','units':'hiden'}] | layers[0].units is 'hiden';"
            + " did you mean 'hidden'?",
        "[{'type':'activation'}] | layers[0] is of type 'activation' and needs an 'activation'",
        "[{'type':'activation','activation':'rectifier','slope':0}] | layers[0] has no 'operator'",
        "[{'type':'affine'}] | layers[0] is of type 'affine' and needs 'scale' or 'shift'",
        "[{'type':'affine','shift':[1,2,3]}] | layers[0] layer0 shift has 3 values for a tensor",
        "[{'type':'max','groups':[[0],[2]]}] | layers[0] layer0 no element 2 among 2",
        "[{'type':'max','groups':[[]]}] | layers[0] a maximum needs at least one operand",
        "[{'type':'max','groups':[[0.5]]}] | layers[0].groups[0][0] is 0.5 but must be a whole",
        "[{'type':'reshape','shape':[3]}] | layers[0] layer0 cannot turn shape [2] into [3]",
        "[{'type':'reshape','shape':[65536,65536]}] | layers[0].shape[1] is 65536 but extents are",
        "[{'type':'flatten'},{'type':'flatten','name':'layer0'}] | layers[1] is named 'layer0' as is"
            + " layers[0]; names must differ",
        "[[]] | layers[0] is a list but must be an object",
        "{} | layers is an object but must be a list",
        "[{'type':'flatten'}], 'name': 3 | name is 3 but must be text",
        "[{'type':'flatten'}], 'nmae': '' | field 'nmae' is not known; did you mean 'name'?",
        "[{'type':'flatten'}]} {} | the model is followed by something else after its end",
        "[{'type':'flatten'}]}, 1 | is not JSON: ",
      })
  void layersThatDoNotFit(String layers, String message) throws IOException {
    assertRefused(write(HEAD + layers.replace('\'', '"') + "}"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type':'add','inputs':[]}] | layers[0].inputs is an empty list but must hold names",
        "[{'type':'add','inputs':['inptu']}] | layers[0].inputs[0] is 'inptu' but must name a layer"
            + " before it or the input; did you mean 'input'?",
        "[{'type':'add','inputs':['b']},{'type':'flatten','name':'b'}] | layers[0].inputs[0] is 'b'"
            + " but must name a layer before it",
        "[{'type':'add','inputs':[0]}] | layers[0].inputs[0] is 0 but must be text",
        "[{'type':'flatten','name':'input'}] | layers[0] is named 'input' as is the input; names",
        "[{'type':'add','inputs':['input','input'],'factors':[1]}] | layers[0].factors must be a"
            + " list of one number an input, 2",
        "[{'type':'dense','weights':[[1,1]],'name':'a'},{'type':'add','inputs':['a','input']}] |"
            + " layers[1] layer1 cannot add shapes [1] and [2]",
        "[{'type':'flatten','name':'a'},{'type':'dense','weights':[[1]]},{'type':'dense',"
            + "'inputs':['a'],'weights':[[1]]}] | layers[1].weights has 1 number a row but layers[0]"
            + " gives 2",
        "[{'type':'concat','inputs':['input','input']}] | layers[0] has no 'axis'",
        "[{'type':'concat','axis':1}] | layers[0] layer0 shape [2] has no axis 1",
        "[{'type':'conv','weights':[[1,1]]}] | layers[0].weights is of shape [1,2] but must have"
            + " two axes of channels",
        "[{'type':'conv','weights':[[[1]]]}] | layers[0] layer0 takes 1 channels with 1 spatial",
        "[{'type':'conv','weights':[[[1]]],'pads':[1]}] | layers[0].pads has 1 entries but 2 go",
        "[{'type':'conv','weights':[[[1]]],'group':0}] | layers[0] groups is 0 but must be 1",
        "[{'type':'conv','weights':[[[1]]],'group':'2'}] | layers[0].group is the text '2' but must",
        "[{'type':'conv-transpose','weights':[[[1]]],'output-padding':[-1]}] | layers[0] output"
            + " padding [-1]",
        "[{'type':'select','shape':[2],'sources':[0]}] | layers[0].sources has 1 entries but a"
            + " result of shape [2] has 2",
        "[{'type':'select','shape':[1],'sources':[2]}] | layers[0] layer0 reads element 2 of 2",
        "[{'type':'map','shape':[1],'rows':[[[0]]]}] | but must be",
        "[{'type':'map','shape':[1],'rows':[[[0,1,2]]]}] | layers[0].rows[0][0][2] is 2 but a pair",
        "[{'type':'map','shape':[1],'rows':[[0]]}] | layers[0].rows[0][0] is 0 but must be a pair",
        "[{'type':'map','shape':[1],'rows':[[[-1,1]]]}] | layers[0] reads element -1",
        "[{'type':'map','shape':[1],'rows':[[]],'shift':[1,2]}] | layers[0].shift has 2 numbers",
        "[{'type':'flatten','activation':'relu'}] | layers[0] is of type 'flatten' and takes no",
        "[{'type':'activation','activation':'clip','lower':0}] | layers[0] has no 'upper'",
        "[{'type':'activation','activation':'clip','lower':1,'upper':0}] | layers[0] lower bound 1.0"
            + " is above the upper bound 0.0",
        "[{'type':'activation','activation':'relu','upper':0}] | layers[0].upper does not go with",
      })
  void layersOfGraphsThatDoNotFit(String layers, String message) throws IOException {
    String head = HEAD.replace("\"version\": 1", "\"version\": 2");
    assertRefused(write(head + layers.replace('\'', '"') + "}"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'version':1} | has no field 'format'; a model is {",
        "{'format':'folding-model','layers':[{'type':'flatten'}],'input':{'shape':[1]}} | has no"
            + " field 'version'",
        "{'format':'onnx'} | format is 'onnx' but must be 'folding-model'",
        "{'input':{'shape':[0]}} | input.shape[0] is 0 but extents are 1 or more",
        "{'input':{'shape':[99999999999]}} | input.shape[0] is 99999999999 but must be a whole",
        "{'input':{}} | input has no field 'shape'",
        "{'input':[2]} | input is a list but must be an object",
        "{'format':'folding-model','version':1,'input':{'shape':[1],'name':'x'},'layers':[{}]} |"
            + " input has the field 'name', which needs \"version\": 2",
        "{'version':'1'} | version is the text '1' but must be a whole number",
      })
  void headsThatAreWrong(String text, String message) throws IOException {
    assertRefused(write(text.replace('\'', '"')), message);
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() throws IOException {
    String deep = "[{\"type\":\"dense\",\"weights\":" + "[".repeat(100_000);

    assertRefused(write(HEAD + deep), "layers[0].weights");
    assertRefused(write(HEAD + deep), "is nested deeper than 8 lists");
  }

  @Test
  void missingFileAndFolderAreRefused() {
    assertRefused(folder.resolve("none.json"), "is not there");
    assertRefused(folder, "is a folder, not a file");
  }

  @Test
  void textThatIsNotUnicodeIsRefused() throws IOException {
    Path file = folder.resolve("latin.json");
    Files.write(file, "{\"format\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(file, "is not JSON: Invalid UTF-8");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("x.json"), text);
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> JsonModels.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
