package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libpass.testing.ProjectFiles;

class ProcessFilesTest {

  private static final Map<String, Set<String>> SAMPLE_STEPS =
      Map.of("cardSteps", Set.of("expire"));

  private static final String SAMPLE =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:flowable="http://flowable.org/bpmn" targetNamespace="libpass"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:omgdc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:omgdi="http://www.omg.org/spec/DD/20100524/DI">
        <process id="sample" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="flow" sourceRef="start" targetRef="end">
            <conditionExpression>${event == 'printed' and not empty execution.id}</conditionExpression>
          </sequenceFlow>
          <endEvent id="end">
            <extensionElements>
              <flowable:executionListener event="start" expression="${cardSteps.expire(execution)}"/>
            </extensionElements>
          </endEvent>
        </process>
        <bpmndi:BPMNDiagram id="diagram">
          <bpmndi:BPMNPlane bpmnElement="sample" id="plane">
            <bpmndi:BPMNShape bpmnElement="start" id="s">
              <omgdc:Bounds height="30" width="30" x="0" y="0"/>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNShape bpmnElement="end" id="e">
              <omgdc:Bounds height="30" width="30" x="90" y="0"/>
            </bpmndi:BPMNShape>
            <bpmndi:BPMNEdge bpmnElement="flow" id="f">
              <omgdi:waypoint x="30" y="15"/>
              <omgdi:waypoint x="90" y="15"/>
            </bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane>
        </bpmndi:BPMNDiagram>
      </definitions>
      """;

  @Test
  void everyProcessFileIsSound() throws IOException {
    Map<String, Set<String>> steps = steps();
    for (Path file : ProjectFiles.below(Path.of("processes"), "")) {
      assertThat(new ProcessFile(file, steps).faults()).as(file.toString()).isEmpty();
    }
  }

  @Test
  void aSoundFileHasNoFaults(@TempDir Path folder) throws IOException {
    assertThat(faultsOf(SAMPLE, folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id='sample'                | id='other'           | not the one process sample",
        "cardSteps.expire           | cards.expire         | \"cards\", which is no *Steps bean",
        "cardSteps.expire           | deskSteps.expire     | \"deskSteps\", which does not exist",
        "cardSteps.expire           | cardSteps.burn       | cardSteps.burn, which does not exist",
        "event ==                   | quota ==             | \"quota\", which is no *Steps bean",
        "<startEvent id='start'/>   | <scriptTask id='start'/> | scripts are not allowed",
        "expression='${             | class='org.X' x='${  | names the class org.X",
        "<startEvent id='start'/>   | <serviceTask id='start' flowable:type='http'/> | type http",
        "BPMNShape bpmnElement='end' | BPMNShape bpmnElement='final' | \"end\" has no shape",
        "BPMNShape bpmnElement='end' | BPMNShape bpmnElement='final' | shows \"final\"",
        "<omgdi:waypoint x='90' y='15'/> |               | \"flow\" has no edge",
        "</definitions>             | </definition>        | not well-formed",
      })
  void aFaultIsFound(String right, String wrong, String fault, @TempDir Path folder)
      throws IOException {
    String before = right.replace('\'', '"');
    assertThat(SAMPLE).contains(before);
    String broken = SAMPLE.replace(before, wrong == null ? "" : wrong.replace('\'', '"'));

    assertThat(faultsOf(broken, folder)).anySatisfy(it -> assertThat(it).contains(fault));
  }

  private static List<String> faultsOf(String text, Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sample.bpmn20.xml"), text);
    return new ProcessFile(file, SAMPLE_STEPS).faults();
  }

  private static Map<String, Set<String>> steps() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.libpass")
            .stream()
            .filter(type -> type.getSimpleName().endsWith("Steps"))
            .collect(
                Collectors.toMap(
                    type -> Introspector.decapitalize(type.getSimpleName()),
                    ProcessFilesTest::methodNames));
  }

  private static Set<String> methodNames(JavaClass type) {
    return type.getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
  }
}
