package dev.tr116.report;

import static dev.tr116.plan.AgentRole.COLLECTOR;
import static dev.tr116.plan.AgentRole.INSIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tr116.Traces;
import dev.tr116.Verdicts;
import dev.tr116.metrics.DualRunMetrics;
import dev.tr116.plan.BackendDescription;
import dev.tr116.plan.CellId;
import dev.tr116.plan.Model;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LossBarTest {
  private static final double LEFT = 150;
  private static final double WIDTH = 720;

  @Test
  void stacksTheIdealWallTimeAndEveryLossToTheRightOfZero() throws Exception {
    var document = parse(bar(Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250)));

    var ideal = box(document, "ideal 68.0 %, 850 ms");
    assertThat(number(ideal, "x")).isEqualTo(LEFT);
    assertThat(number(ideal, "width")).isCloseTo(WIDTH * 0.68, within(0.01));
    var decode = box(document, "decode 20.0 %, 250 ms");
    assertThat(number(decode, "x")).isCloseTo(LEFT + WIDTH * 0.68, within(0.01));
    var imbalance = box(document, "imbalance 8.0 %, 100 ms");
    assertThat(number(imbalance, "x")).isCloseTo(LEFT + WIDTH * 0.88, within(0.01));
    var orchestration = box(document, "orchestration 4.0 %, 50.0 ms");
    assertThat(number(orchestration, "x") + number(orchestration, "width"))
        .as("the whole bar is W")
        .isCloseTo(LEFT + WIDTH, within(0.02));
    assertThat(texts(document))
        .contains("gemma3 · chimera-homo · run 2: where the time went", "ollama 0.24.0")
        .contains("load", "queue", "prefill", "decode", "client/transport", "contention in all")
        .contains("68.0", "850.0", "W 1250 ms", "0", "100");
  }

  @Test
  void drawsAGainHatchedToTheLeftOfZero() throws Exception {
    var document = parse(bar(Traces.run(1).beside(700, 900).alone(1000, 1100).wall(1000)));

    var gain = box(document, "decode -25.0 %, -250 ms");
    var ideal = box(document, "ideal 105.0 %, 1050 ms");
    assertThat(number(gain, "x") + number(gain, "width"))
        .isCloseTo(number(ideal, "x"), within(0.02));
    assertThat(gain.getAttribute("fill")).isEqualTo("#ffffff");
    assertThat(elements(document, "path"))
        .as("its hatching and its frame, in the bar and in the table")
        .hasSize(4);
    assertThat(texts(document)).contains("-40", "140", "-25.0", "-250.0");
  }

  @Test
  void showsContentionInOnePieceWhereAServerTellsTooLittle() throws Exception {
    var silent = Traces.agent(COLLECTOR, 1000, Traces.call(1000).silentServer());
    var run = Traces.run(1).agents(silent, Traces.agent(INSIGHT, 1200)).wall(1250);

    assertThat(texts(parse(bar(run))))
        .contains("contention 20.0 %")
        .contains(
            "contention not split by phase in 1 of 1 run:"
                + " the server of collector told no total_duration")
        .doesNotContain("decode", "contention in all");
  }

  @Test
  void saysWhyThereIsNoBar() throws Exception {
    var document = parse(bar(Traces.run(1).solo()));

    assertThat(texts(document))
        .contains("not split: tr116.solo=off", "no true speedup in 1 of 1 run: tr116.solo=off")
        .doesNotContain("% of W");
    assertThat(description(document)).isEqualTo("run 1: not split: tr116.solo=off.");
  }

  @Test
  void putsTheMeanOfACellOnTopOfItsRuns() throws Exception {
    var cell =
        Verdicts.cell(
            Traces.run(1).beside(1000, 1200).alone(800, 900).wall(1250),
            Traces.run(2).beside(600, 600).alone(500, 500).wall(625),
            Traces.run(3).failed(500, "broken"));

    var texts = texts(parse(LossBar.svg(cell, Traces.STAND_IN)));

    assertThat(texts)
        .containsSubsequence("mean of 2", "run 1", "run 2", "run 3")
        .contains("not split: collector: HTTP_STATUS", "ideal 74.0 %")
        .contains("embedded llama.cpp b4916, stand-in weights");
  }

  @Test
  void marksARunThatIsNotInTheMean() throws Exception {
    var cold =
        Traces.run(2)
            .agents(
                Traces.agent(COLLECTOR, 1000, Traces.call(1000).server(990, 400, 90, 500)),
                Traces.agent(INSIGHT, 1200));

    assertThat(texts(parse(LossBar.svg(Verdicts.cell(Traces.run(1), cold), Traces.OLLAMA))))
        .containsSubsequence("mean of 1", "run 1", "run 2, invalid");
  }

  @Test
  void splitsTheRunsOfACellOnlyWhereItsMeanIsSplitAndExplained() throws Exception {
    var silent = Traces.agent(COLLECTOR, 1000, Traces.call(1000).silentServer());
    var cell =
        Verdicts.cell(Traces.run(1), Traces.run(2).agents(silent, Traces.agent(INSIGHT, 1200)));

    assertThat(LossBar.svg(cell, Traces.OLLAMA))
        .contains("contention 20.7 %")
        .doesNotContain("decode");
  }

  @Test
  void tellsTheLevelledFigureWhereAnswersDifferedInLength() throws Exception {
    var run =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 2000, Traces.call(2000).tokens(21)),
                Traces.agent(INSIGHT, 1100, Traces.call(1100)))
            .alone(1100, 1100)
            .wall(2000);

    assertThat(texts(parse(bar(run))))
        .contains(
            "Answers differed in length from those alone: levelled, the ideal part is 80.0 %.");
    assertThat(bar(Traces.run(1))).doesNotContain("levelled");
  }

  @Test
  void staysOfOneSizeForAnyNumberOfRuns() throws Exception {
    var runs = IntStream.rangeClosed(1, 200).mapToObj(Traces::run);
    var cell = Verdicts.cell(runs.toArray(Traces.RunBuilder[]::new));

    var document = parse(LossBar.svg(cell, Traces.OLLAMA));

    assertThat(texts(document))
        .contains("mean of 200", "run 40", "160 more runs are in the mean and have no bar here")
        .doesNotContain("run 41");
    assertThat(number(document.getDocumentElement(), "height")).isLessThan(2000);
  }

  @Test
  void writesNoLabelOverAnother() throws Exception {
    var many =
        Traces.run(1)
            .agents(
                Traces.agent(COLLECTOR, 2000, Traces.call(2000).server(1900, 90, 400, 1200)),
                Traces.agent(INSIGHT, 2200, Traces.call(2200).server(2100, 60, 500, 1300)))
            .wall(2250);

    var labels =
        elements(parse(bar(many)), "text").stream()
            .filter(text -> text.getAttribute("text-anchor").equals("middle"))
            .filter(text -> text.getAttribute("font-size").equals("11"))
            .toList();

    assertThat(labels).hasSizeGreaterThan(3);
    for (var i = 1; i < labels.size(); i++) {
      assertThat(number(labels.get(i), "x") - halfWidth(labels.get(i)))
          .isGreaterThan(number(labels.get(i - 1), "x") + halfWidth(labels.get(i - 1)));
    }
  }

  @Test
  void describesItselfToThoseWhoCannotSeeIt() throws Exception {
    var document = parse(bar(Traces.run(2).beside(1000, 1200).alone(800, 900).wall(1250)));

    assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("gemma3 · chimera-homo · run 2: where the time went, ollama 0.24.0");
    assertThat(description(document))
        .isEqualTo(
            "run 2: ideal 68.0 %, load 0.0 %, queue 0.0 %, prefill 0.0 %, decode 20.0 %,"
                + " client/transport 0.0 %, imbalance 8.0 %, orchestration 4.0 %.");
  }

  @Test
  void staysWellFormedAndSelfContainedWhateverTheNames() throws Exception {
    var hostile = "x</text><script>alert('1')</script>&lol;\"'\u001b[31m\u202eevil]]>";
    var cell = new CellId("multi", "structured", new Model(hostile), "chimera-homo", "x");
    var backend = new BackendDescription("ollama", Optional.of(hostile), "as-served");

    var svg = LossBar.svg(Verdicts.cell(cell, Traces.run(1)), backend);

    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(svg)
        .doesNotContain("\u001b", "\u202e", "href", "url(", "<!", "NaN", "Infinity")
        .containsOnlyOnce("http");
  }

  private static String bar(Traces.RunBuilder run) {
    return LossBar.svg(DualRunMetrics.of(run.build()), Traces.OLLAMA);
  }

  private static double halfWidth(Element text) {
    return text.getTextContent().length() * 6.0 / 2;
  }

  private static String description(Document document) {
    return document.getElementsByTagName("desc").item(0).getTextContent();
  }

  private static Element box(Document document, String tooltip) {
    return elements(document, "rect").stream()
        .filter(rect -> rect.getTextContent().equals(tooltip))
        .findFirst()
        .orElseThrow(() -> new AssertionError(tooltip + " is none of " + tooltips(document)));
  }

  private static List<String> tooltips(Document document) {
    return elements(document, "rect").stream().map(Element::getTextContent).toList();
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document document) {
    return elements(document, "text").stream().map(Element::getTextContent).toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> elements(Document document, String name) {
    var nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
