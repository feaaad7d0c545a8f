package dev.tr116.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of licences that the build makes of its bill of materials. */
class ThirdPartyListTest {
  private static final Path STYLE = Path.of("src/main/assembly/third-party.xsl");
  private static final String APACHE = "<license><id>Apache-2.0</id></license>";

  @Test
  void namesEveryPartInOrderWithItsLicences() throws TransformerException {
    var list = listOf(part("b", "<license><id>MIT</id></license>" + APACHE) + part("a", APACHE));

    assertThat(list)
        .containsSubsequence(
            "org.example:a:1.0 (required): Apache-2.0\n",
            "org.example:b:1.0 (required): MIT, Apache-2.0\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<license><id>GPL-3.0-only</id></license>",
        "<license><id>AGPL-3.0-or-later</id></license>",
        "<license><id>Apache-1.1</id></license>",
        "<license><id>Apache-2</id></license>",
        "<license><name>Apache-2.0 MIT</name></license>",
        "<license><name>Our Own Licence</name></license>",
        "<expression>GPL-2.0-only WITH Classpath-exception-2.0</expression>"
      })
  void endsTheBuildAtALicenceThatIsNotAllowed(String licence) {
    assertThatThrownBy(() -> listOf(part("a", APACHE) + part("b", APACHE + licence)))
        .isInstanceOf(TransformerException.class)
        .hasMessageContainingAll("org.example:b:1.0 is under", "allowed are: Apache-2.0 MIT");
  }

  @Test
  void endsTheBuildAtAPartWithoutALicence() {
    assertThatThrownBy(() -> listOf(part("a", "")))
        .isInstanceOf(TransformerException.class)
        .hasMessageContaining("org.example:a:1.0 tells no licence");
  }

  @Test
  void endsTheBuildAtABillThatListsNothing() {
    assertThatThrownBy(() -> listOf(""))
        .isInstanceOf(TransformerException.class)
        .hasMessageContaining("lists no part");
  }

  private static String part(String name, String licences) {
    return """
        <component type="library">
          <group>org.example</group><name>%s</name><version>1.0</version><scope>required</scope>
          <licenses>%s</licenses>
        </component>
        """
        .formatted(name, licences);
  }

  private static String listOf(String parts) throws TransformerException {
    var bill =
        "<bom xmlns='http://cyclonedx.org/schema/bom/1.6'><components>%s</components></bom>"
            .formatted(parts);
    var list = new StringWriter();
    var said = new Said(new ArrayList<>());
    var transformer =
        TransformerFactory.newDefaultInstance().newTransformer(new StreamSource(STYLE.toFile()));
    transformer.setErrorListener(said);
    try {
      transformer.transform(new StreamSource(new StringReader(bill)), new StreamResult(list));
    } catch (TransformerException e) {
      throw new TransformerException(String.join("\n", said.messages()), e);
    }
    return list.toString();
  }

  /** What the style sheet said before it ended. */
  private record Said(List<String> messages) implements ErrorListener {
    @Override
    public void warning(TransformerException message) {
      messages.add(message.getMessage());
    }

    @Override
    public void error(TransformerException message) {
      messages.add(message.getMessage());
    }

    @Override
    public void fatalError(TransformerException message) {
      messages.add(message.getMessage());
    }
  }
}
