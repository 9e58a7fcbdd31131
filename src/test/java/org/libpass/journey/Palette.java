package org.libpass.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes pictures of pages small: a page has few colours, and a palette of them is enough. */
final class Palette {

  private static final int COLOURS = 64;

  /** Colours that differ in the lowest bits of a channel only are one. */
  private static final int COARSE = 0xf8f8f8;

  private Palette() {}

  /** The same picture with its commonest colours, each other one replaced by the nearest. */
  static BufferedImage reduce(BufferedImage picture) {
    List<Integer> colours = commonest(picture);
    byte[] red = new byte[colours.size()];
    byte[] green = new byte[colours.size()];
    byte[] blue = new byte[colours.size()];
    for (int i = 0; i < colours.size(); i++) {
      red[i] = (byte) (colours.get(i) >> 16);
      green[i] = (byte) (colours.get(i) >> 8);
      blue[i] = (byte) (int) colours.get(i);
    }
    IndexColorModel palette = new IndexColorModel(8, colours.size(), red, green, blue);
    BufferedImage reduced =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
    Map<Integer, Integer> places = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int colour = picture.getRGB(x, y) & 0xffffff;
        int place = places.computeIfAbsent(colour, any -> nearest(colours, any));
        reduced.getRaster().setSample(x, y, 0, place);
      }
    }
    return reduced;
  }

  /** The commonest colour of each coarse one, of the coarse ones that come first. */
  private static List<Integer> commonest(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    Map<Integer, Integer> kept = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> kept.putIfAbsent(entry.getKey() & COARSE, entry.getKey()));
    return kept.values().stream().limit(COLOURS).toList();
  }

  private static int nearest(List<Integer> colours, int wanted) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.size(); i++) {
      int distance = distance(colours.get(i), wanted);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}
