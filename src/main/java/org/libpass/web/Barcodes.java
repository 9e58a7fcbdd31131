package org.libpass.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Draws codes as one SVG path each, in units of the code's smallest element. */
public final class Barcodes {

  /** White space that a scanner needs on both sides. */
  private static final int QUIET = 10;

  private static final int QR_QUIET = 4;

  private Barcodes() {}

  /**
   * A code's drawing.
   *
   * @param width of the drawing, white space included
   * @param height likewise; a bar code has height 1 and is stretched
   * @param path what is black
   */
  public record Drawing(int width, int height, String path) {

    /** The drawing's area, as SVG's {@code viewBox} wants it. */
    public String viewBox() {
      return "0 0 " + width + " " + height;
    }
  }

  /** Code 128 of an ASCII text. */
  public static Drawing code128(String text) {
    boolean[] bars = new Code128Writer().encode(text);
    StringBuilder path = new StringBuilder();
    int x = 0;
    while (x < bars.length) {
      int end = x;
      while (end < bars.length && bars[end] == bars[x]) {
        end++;
      }
      if (bars[x]) {
        bar(path, QUIET + x, 0, end - x);
      }
      x = end;
    }
    return new Drawing(bars.length + 2 * QUIET, 1, path.toString());
  }

  /** A QR code that survives a stain; more correction would make its elements too small. */
  public static Drawing qr(String text) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QR_QUIET);
    try {
      BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < matrix.getHeight(); y++) {
        row(path, matrix, y);
      }
      return new Drawing(matrix.getWidth(), matrix.getHeight(), path.toString());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("No QR code of " + text, tooLong);
    }
  }

  private static void row(StringBuilder path, BitMatrix matrix, int y) {
    int x = 0;
    while (x < matrix.getWidth()) {
      int end = x;
      while (end < matrix.getWidth() && matrix.get(end, y)) {
        end++;
      }
      if (end > x) {
        bar(path, x, y, end - x);
      }
      x = end + 1;
    }
  }

  private static void bar(StringBuilder path, int x, int y, int width) {
    path.append('M').append(x).append(' ').append(y);
    path.append('h').append(width).append("v1h-").append(width).append('z');
  }
}
