package dev.tr116.report.chart;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A chart read as XML. */
public record SvgText(Document document) {

  /** Reads a chart in its wide layout. */
  public static SvgText of(Chart chart) {
    return of(chart.svg());
  }

  /** Reads a document. */
  public static SvgText of(String svg) {
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
  public List<String> lines() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }

  /** What is read to those who do not see it. */
  public String description() {
    return elements("desc").getFirst().getTextContent();
  }

  /** What names it. */
  public String title() {
    return elements("title").getFirst().getTextContent();
  }

  /** Every element of that name, in the order drawn. */
  public List<Element> elements(String name) {
    var found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
