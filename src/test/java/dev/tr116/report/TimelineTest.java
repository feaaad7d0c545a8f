package dev.tr116.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tr116.plan.AgentRole;
import dev.tr116.plan.BackendDescription;
import dev.tr116.trace.AgentRun;
import dev.tr116.trace.DualRun;
import dev.tr116.trace.FailureKind;
import dev.tr116.trace.RunStatus;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TimelineTest {
  private static final String HOSTILE =
      "x</text><script>alert('1')</script>&lol;\"'\u0000\u0007\u001b[31m\ud800 \u202eevil]]>";

  @Test
  void showsEveryAgentWithItsPhasesOnOneAxis() throws Exception {
    var document = parse(Timeline.svg(SampleRun.ok()));

    assertThat(texts(document))
        .contains("gemma3 · chimera-homo · run 2", "ollama 0.24.0", "collector", "insight")
        .contains("150 tokens in 4.0 s", "100 tokens in 3.0 s")
        .contains("client/transport", "load", "queue", "prefill", "decode")
        .contains("first token", "chunk arrived", "end", "time since the barrier, s", "0.0", "4.0")
        .doesNotContain("failed", "to first token");
  }

  @Test
  void placesPhasesToScale() throws Exception {
    var boxes = boxes(parse(Timeline.svg(SampleRun.ok())));

    var decode = boxes.stream().filter(b -> title(b).equals("prompt: decode 3.1 s")).findFirst();

    assertThat(decode).isPresent();
    assertThat(number(decode.get(), "x")).isEqualTo(150 + 720 * 900.0 / 4_000);
    assertThat(number(decode.get(), "width")).isEqualTo(720 * 3_100.0 / 4_000);
  }

  @Test
  void tellsWhereAndWhyAnAgentStopped() throws Exception {
    var document = parse(Timeline.svg(SampleRun.failed()));

    assertThat(texts(document))
        .contains("TIMEOUT_IDLE after 3.5 s: nothing more for 2 s")
        .contains("CANCELLED after 3.5 s: the collector failed")
        .contains("failed", "to first token")
        .doesNotContain("end", "prefill");
  }

  @Test
  void saysWhenTheWeightsAreStandIns() throws Exception {
    var document = parse(Timeline.svg(SampleRun.ok(SampleRun.planned(), SampleRun.STAND_IN)));

    assertThat(texts(document)).contains("embedded llama.cpp b4916, stand-in weights");
  }

  @Test
  void describesItselfToThoseWhoCannotSeeIt() throws Exception {
    var root = parse(Timeline.svg(SampleRun.failed())).getDocumentElement();

    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("gemma3 · chimera-homo · run 2, ollama 0.24.0");
    assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
        .startsWith(
            "collector TIMEOUT_IDLE after 3.5 s: nothing more for 2 s: to first token 899 ms,");
  }

  @Test
  void staysWellFormedAndSelfContainedWhateverTheNames() throws Exception {
    var backend = new BackendDescription("ollama", Optional.of(HOSTILE), "as-served");
    var call = SampleRun.failedEarly(FailureKind.CONNECT, HOSTILE.repeat(9), 100);
    var agent = SampleRun.agent(AgentRole.COLLECTOR, 1, call, 100);

    var svg =
        Timeline.svg(
            SampleRun.run(SampleRun.planned(HOSTILE, 1), backend, RunStatus.FAILED, agent));
    var document = parse(svg);

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(document)).anyMatch(text -> text.contains("x</text><script>"));
    assertThat(svg)
        .doesNotContain("\u0000", "\u001b", "\u202e", "href", "url(", "<!")
        .containsOnlyOnce("http");
  }

  @Test
  void keepsCredentialsOfAnEndpointToItself() {
    var call = SampleRun.answered(1, 900, 4_000, 10);
    var plain = SampleRun.agent(AgentRole.COLLECTOR, 1, call, 4_000);
    var agent =
        new AgentRun(
            plain.role(),
            URI.create("http://me:secret@gpu.local:11434/v1?key=secret"),
            plain.model(),
            plain.options(),
            plain.calls(),
            plain.started(),
            plain.ended());

    assertThat(Timeline.svg(run(agent))).contains("gpu.local:11434").doesNotContain("secret");
  }

  @Test
  void drawsAnyNumberOfAgentsEvenOneThatNeverCalled() throws Exception {
    var idle =
        new AgentRun(
            new AgentRole("idle"),
            URI.create("http://h:1"),
            SampleRun.planned().id().cell().model(),
            SampleRun.planned().scenario().agents().getFirst().options(),
            List.of(),
            SampleRun.at(0),
            SampleRun.at(0));

    assertThat(texts(parse(Timeline.svg(run(idle, idle, idle))))).contains("no call in 0.00 ms");
    assertThat(texts(parse(Timeline.svg(run())))).contains("gemma3 · chimera-homo · run 2");
  }

  @Test
  void staysSmallForLongAnswers() {
    var call = SampleRun.answered(1, 900, 600_000, 50_000);

    var svg = Timeline.svg(run(SampleRun.agent(AgentRole.INSIGHT, 1, call, 600_000)));

    assertThat(svg.length()).isLessThan(15_000);
  }

  private static DualRun run(AgentRun... agents) {
    return SampleRun.run(SampleRun.planned(), SampleRun.OLLAMA, RunStatus.OK, agents);
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document) {
    return elements(document, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> boxes(Document document) {
    return elements(document, "rect").stream().filter(e -> e.hasChildNodes()).toList();
  }

  private static String title(Element box) {
    return box.getElementsByTagName("title").item(0).getTextContent();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
