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
import javax.imageio.ImageIO;

/** Reads codes off pictures, as a desk's scanner reads them off paper or a phone. */
final class Codes {

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
    BinaryBitmap bits =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
    try {
      return new MultiFormatReader()
          .decode(
              bits,
              Map.of(
                  DecodeHintType.POSSIBLE_FORMATS,
                  List.of(kind),
                  DecodeHintType.TRY_HARDER,
                  Boolean.TRUE))
          .getText();
    } catch (NotFoundException none) {
      throw new AssertionError("No " + kind + " in the picture", none);
    }
  }
}
