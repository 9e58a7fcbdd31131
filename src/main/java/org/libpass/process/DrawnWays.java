package org.libpass.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.libpass.process.Diagram.Point;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The ways of a process text as they are drawn there. The engine's own model has moved their ends
 * to where it would draw them.
 */
final class DrawnWays {

  private static final String ANY = "*";

  private DrawnWays() {}

  /** The points of each way, by the id of its flow. */
  static Map<String, List<Point>> read(InputStream text) {
    try (text) {
      DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
      documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      documents.setNamespaceAware(true);
      NodeList edges =
          documents.newDocumentBuilder().parse(text).getElementsByTagNameNS(ANY, "BPMNEdge");
      Map<String, List<Point>> ways = new HashMap<>();
      for (int i = 0; i < edges.getLength(); i++) {
        Element edge = (Element) edges.item(i);
        ways.put(edge.getAttribute("bpmnElement"), points(edge));
      }
      return ways;
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      throw new IllegalStateException("A deployed process text can't be read", unreadable);
    }
  }

  private static List<Point> points(Element edge) {
    NodeList waypoints = edge.getElementsByTagNameNS(ANY, "waypoint");
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < waypoints.getLength(); i++) {
      Element at = (Element) waypoints.item(i);
      points.add(new Point(rounded(at.getAttribute("x")), rounded(at.getAttribute("y"))));
    }
    return points;
  }

  private static int rounded(String coordinate) {
    return (int) Math.round(Double.parseDouble(coordinate));
  }
}
