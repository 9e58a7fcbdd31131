package org.libpass.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written is read back with other means than it was written with. */
class TableFileTests {

  private static final List<String> HEAD = List.of("證號", "申請日", "時間", "冊數");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir private Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void aCsvFileBeginsWithTheMarkThatExcelKnowsItBy() throws IOException {
    try (TableFile file = TableFile.begin(TableFile.Format.CSV, bytes, "證", HEAD)) {
      file.row(cells("王「小」明, \"甲\"\n乙"));
    }

    assertThat(bytes.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(csv())
        .containsExactly(HEAD, List.of("王「小」明, \"甲\"\n乙", "2026-11-22", "2026-11-22 09:05", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "％0A=1",
        "|x",
        "=cmd|' /C calc'!A0"
      })
  void aTextNeverBecomesAFormula(String hostile) throws Exception {
    try (TableFile file = TableFile.begin(TableFile.Format.CSV, bytes, "證", HEAD)) {
      file.row(cells(hostile));
    }
    assertThat(csv().get(1).get(0)).isEqualTo("'" + hostile);

    bytes.reset();
    try (TableFile file = TableFile.begin(TableFile.Format.XLSX, bytes, "證", HEAD)) {
      file.row(cells(hostile));
    }
    Document sheet = sheets().get("xl/worksheets/sheet1.xml");
    assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
    assertThat(all(sheet, "c").get(HEAD.size()).getAttribute("t")).isEqualTo("inlineStr");
    assertThat(texts(sheet)).anyMatch(text -> text.strip().equals(hostile.strip()));
  }

  @Test
  void anXlsxFileHasItsDatesAsDatesAndNumbersAsNumbers() throws Exception {
    try (TableFile file = TableFile.begin(TableFile.Format.XLSX, bytes, "借書證", HEAD)) {
      file.row(cells("王小明"));
      file.row(Arrays.asList("林", null, null, null));
    }

    List<Element> cells = all(sheets().get("xl/worksheets/sheet1.xml"), "c");
    List<Element> row = cells.subList(HEAD.size(), 2 * HEAD.size());
    long days = DAY.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    assertThat(row.get(0).getTextContent()).isEqualTo("王小明");
    assertThat(Double.parseDouble(row.get(1).getTextContent())).isEqualTo(days);
    assertThat(Double.parseDouble(row.get(2).getTextContent()))
        .isBetween((double) days, days + 1.0);
    assertThat(row.get(3).getTextContent()).isEqualTo("3");
    assertThat(row.get(1).getAttribute("s")).as("a style that shows a date").isNotEmpty();
    assertThat(xml("xl/styles.xml")).contains("yyyy-mm-dd");
    assertThat(sheetNames()).containsExactly("借書證");
  }

  @Test
  void aFullSheetIsFollowedByAFurtherOneWithTheSameHead() throws Exception {
    try (TableFile file = new XlsxFile(bytes, "證", HEAD, 2)) {
      for (int row = 0; row < 5; row++) {
        file.row(List.of("N" + row));
      }
    }

    assertThat(sheets().values().stream().map(TableFileTests::texts))
        .containsExactly(with("N0", "N1"), with("N2", "N3"), with("N4"));
    assertThat(sheetNames()).containsExactly("證", "證 2", "證 3");
  }

  /** Five hundred thousand cells would be far more than what is kept before it is written. */
  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX"})
  void aLongListIsOnItsWayBeforeItEnds(String format) {
    long[] written = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int one) {
            written[0]++;
          }
        };
    List<Long> seen = new ArrayList<>();
    try (TableFile file = TableFile.begin(TableFile.Format.valueOf(format), counting, "證", HEAD)) {
      for (int row = 0; row < 50_000; row++) {
        file.row(cells("N" + row));
        if (row % 10_000 == 9_999) {
          seen.add(written[0]);
        }
      }
    }
    assertThat(seen.get(0)).isPositive();
    for (int part = 1; part < seen.size(); part++) {
      assertThat(seen.get(part)).as("part " + part).isGreaterThan(seen.get(part - 1));
    }
  }

  private static List<String> with(String... rows) {
    List<String> all = new ArrayList<>(HEAD);
    all.addAll(List.of(rows));
    return all;
  }

  private static List<@Nullable Object> cells(String text) {
    return Arrays.asList(text, DAY, LocalDateTime.of(2026, 11, 22, 9, 5), 3);
  }

  private List<List<String>> csv() throws IOException {
    String text = bytes.toString(StandardCharsets.UTF_8).substring(1);
    return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords().stream()
        .map(CSVRecord::toList)
        .toList();
  }

  private Map<String, Document> sheets() throws Exception {
    Map<String, Document> sheets = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
      if (entry.getKey().startsWith("xl/worksheets/sheet")) {
        sheets.put(entry.getKey(), parsed(entry.getValue()));
      }
    }
    return sheets;
  }

  private List<String> sheetNames() throws Exception {
    byte[] book = entries().getOrDefault("xl/workbook.xml", new byte[0]);
    return all(parsed(book), "sheet").stream().map(sheet -> sheet.getAttribute("name")).toList();
  }

  private static Document parsed(byte[] xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private String xml(String name) throws IOException {
    return new String(entries().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    // As spreadsheets do, by the list of entries at the end of the file.
    Path file = Files.write(folder.resolve("table.xlsx"), bytes.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private static List<String> texts(Document sheet) {
    return all(sheet, "t").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> all(Document sheet, String tag) {
    NodeList found = sheet.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }
}
