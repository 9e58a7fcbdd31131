package org.libpass.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libpass.web.Barcodes;

/** What is drawn is what a scanner reads. */
class BarcodesTests {

  private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int SCALE = 4;
  private static final int TALL = 60;

  @Test
  void code128SaysTheCardNumber() throws Exception {
    String number = "CUTE-1-20131107112934";
    assertThat(read(Barcodes.code128(number), TALL)).isEqualTo(number);
  }

  @Test
  void code128SaysTheSlotAccount() throws Exception {
    assertThat(read(Barcodes.code128("NTUT-50"), TALL)).isEqualTo("NTUT-50");
  }

  @Test
  void qrSaysTheLink() throws Exception {
    String text = "https://libpass.example.org/verify/" + "Ab-_9".repeat(22);
    assertThat(read(Barcodes.qr(text), 1)).isEqualTo(text);
  }

  @Test
  void qrOfALinkHasElementsThatAPhoneReadsOnTheSheet() {
    String link = "https://interlibrary.libpass.example.edu.tw/verify/" + "A".repeat(110);
    assertThat(Barcodes.qr(link).width()).isLessThanOrEqualTo(61);
  }

  private static String read(Barcodes.Drawing drawing, int stretch) throws Exception {
    int width = drawing.width() * SCALE;
    int height = drawing.height() * SCALE * stretch;
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xFFFFFF);
    Matcher bars = BAR.matcher(drawing.path());
    while (bars.find()) {
      int x = Integer.parseInt(bars.group(1)) * SCALE;
      int y = Integer.parseInt(bars.group(2)) * SCALE * stretch;
      int w = Integer.parseInt(bars.group(3)) * SCALE;
      for (int row = y; row < y + SCALE * stretch; row++) {
        Arrays.fill(pixels, row * width + x, row * width + x + w, 0);
      }
    }
    LuminanceSource picture = new RGBLuminanceSource(width, height, pixels);
    return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
  }
}
