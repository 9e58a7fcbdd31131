package org.libpass.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libpass.testing.LibpassTest;
import org.libpass.testing.OnH2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which process texts the start of a node deploys. */
@LibpassTest
@OnH2
class ProcessTextsTests {

  private static final String FILE = "sample.bpmn20.xml";
  private static final String A = sample("<receiveTask id='waiting' name='A'/>");
  private static final String B = sample("<receiveTask id='waiting' name='B'/>");

  @Autowired ProcessTexts texts;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void takeTheSampleAway() {
    deployments().forEach(it -> repository.deleteDeployment(it.getId(), true));
    jdbc.sql("delete from process_text where file = :file").param("file", FILE).update();
  }

  @Test
  void aTextIsDeployedWhenItIsNew(@TempDir Path folder) throws IOException, InterruptedException {
    start(folder, A);
    start(folder, A);
    assertThat(inForce()).isEqualTo("A");

    start(folder, B);

    assertThat(inForce()).isEqualTo("B");
    assertThat(deployments()).hasSize(2);
  }

  @Test
  void aSupersededTextDoesNotComeBackByItself(@TempDir Path folder)
      throws IOException, InterruptedException {
    start(folder, A);
    start(folder, B);

    start(folder, A);

    assertThat(inForce()).isEqualTo("B");
    assertThat(deployments()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<receiveTask id='waiting'>",
        "<receiveTask id='waiting'/><sequenceFlow id='on' sourceRef='waiting' targetRef='nowhere'/>",
        "<receiveTask id='waiting'/><exclusiveGateway id='gate'/>",
        "<serviceTask id='waiting'/>"
      })
  void aBrokenTextStopsTheStart(String broken, @TempDir Path folder)
      throws IOException, InterruptedException {
    start(folder, A);

    assertThatThrownBy(() -> start(folder, sample(broken))).isInstanceOf(RuntimeException.class);

    assertThat(inForce()).isEqualTo("A");
    assertThat(deployments()).hasSize(1);
    start(folder, B);
    assertThat(inForce()).as("nothing holds the repaired text back").isEqualTo("B");
  }

  /** Starts a node whose build has one more process file. */
  private void start(Path folder, String text) throws IOException, InterruptedException {
    Path file = folder.resolve("processes").resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader build = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(build);
      texts.run(new DefaultApplicationArguments());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private String inForce() {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("sample")
            .latestVersion()
            .singleResult()
            .getId();
    return repository.getBpmnModel(definition).getFlowElement("waiting").getName();
  }

  private List<Deployment> deployments() {
    return repository.createDeploymentQuery().deploymentName(FILE).list();
  }

  private static String sample(String elements) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="libpass">
          <process id="sample" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="first" sourceRef="start" targetRef="waiting"/>
            %s
          </process>
        </definitions>
        """
        .formatted(elements);
  }
}
