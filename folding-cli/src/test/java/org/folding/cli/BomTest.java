package org.folding.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** {@code folding-bom} lists the modules by hand, so nothing else keeps it in step with them. */
final class BomTest {
  private final Document root = read(Path.of("../pom.xml"));
  private final Document bom = read(Path.of("../folding-bom/pom.xml"));

  @Test
  void listsEachModuleThatIsPublished() {
    List<String> published =
        texts(root, "/project/modules/module").stream()
            .filter(module -> !module.equals("folding-bom"))
            .filter(module -> !isKeptBack(read(Path.of("..", module, "pom.xml"))))
            .toList();

    assertThat(published)
        .contains("folding-api", "folding-cli")
        .doesNotContain("folding-benchmarks");
    assertThat(texts(bom, "//dependency/version")).containsOnly("${project.version}");
    assertThat(texts(bom, "//dependency/artifactId"))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  private static boolean isKeptBack(Document module) {
    return texts(module, "/project/properties/maven.deploy.skip").contains("true");
  }

  private static Document read(Path file) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (Exception e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  private static List<String> texts(Document document, String path) {
    XPath xpath = XPathFactory.newInstance().newXPath();
    try {
      NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent())
          .toList();
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
