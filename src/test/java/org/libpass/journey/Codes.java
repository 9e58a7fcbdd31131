package org.libpass.journey;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** Reads codes off pictures, as a desk's scanner reads them off paper or a phone. */
final class Codes {

  private static final int STRIPS = 40;

  private Codes() {}

  /** What the one code in a PNG says. */
  static String read(byte[] png, BarcodeFormat kind) {
    try {
      return read(ImageIO.read(new ByteArrayInputStream(png)), kind);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a code in the picture says. */
  static String read(BufferedImage picture, BarcodeFormat kind) {
    return find(picture, kind)
        .orElseThrow(() -> new AssertionError("No " + kind + " in the picture"));
  }

  /** What all codes of a sheet say, read in strips, as a scanner's line wanders over paper. */
  static Set<String> readAll(BufferedImage sheet, BarcodeFormat kind) {
    Set<String> found = new TreeSet<>();
    int strip = sheet.getHeight() / STRIPS;
    for (int y = 0; y + strip <= sheet.getHeight(); y += strip / 2) {
      find(sheet.getSubimage(0, y, sheet.getWidth(), strip), kind).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<String> find(BufferedImage picture, BarcodeFormat kind) {
    BinaryBitmap bits =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
    try {
      return Optional.of(
          new MultiFormatReader()
              .decode(
                  bits,
                  Map.of(
                      DecodeHintType.POSSIBLE_FORMATS,
                      List.of(kind),
                      DecodeHintType.TRY_HARDER,
                      Boolean.TRUE))
              .getText());
    } catch (NotFoundException none) {
      return Optional.empty();
    }
  }
}
