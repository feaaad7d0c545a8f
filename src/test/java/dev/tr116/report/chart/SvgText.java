package dev.tr116.report.chart;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A chart read as XML. */
record SvgText(Document document) {

  static SvgText of(Chart chart) {
    return of(chart.svg());
  }

  static SvgText of(String svg) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new SvgText(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + svg, e);
    }
  }

  /** Every line of text, in the order drawn. */
  List<String> lines() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }

  /** What is read to those who do not see it. */
  String description() {
    return elements("desc").getFirst().getTextContent();
  }

  String title() {
    return elements("title").getFirst().getTextContent();
  }

  List<Element> elements(String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
