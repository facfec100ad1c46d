package dev.precheck.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.precheck.client.plain.HttpTransport;
import dev.precheck.client.plain.PrecheckException;
import dev.precheck.client.plain.PrecheckWaiter;
import dev.precheck.client.plain.WireForm;
import dev.precheck.client.plain.api.PreCheckApi;
import dev.precheck.client.plain.api.ProjectApi;
import dev.precheck.client.plain.model.CreateProjectRequest;
import dev.precheck.client.plain.model.DeleteProjectRequest;
import dev.precheck.client.plain.model.DescribeProjectRequest;
import dev.precheck.client.plain.model.DescribeProjectStepsRequest;
import dev.precheck.client.plain.model.ListProjectsRequest;
import dev.precheck.client.plain.model.PreCheckStatus;
import dev.precheck.client.plain.model.Project;
import dev.precheck.client.plain.model.ProjectStatus;
import dev.precheck.client.plain.model.SubmitPreCheckRequest;
import dev.precheck.client.plain.model.TransferMapping;
import dev.precheck.client.plain.model.TransferMode;
import dev.precheck.client.plain.model.UpdateProjectConfigRequest;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projects through the generated client, in both wire forms. */
class ProjectClientsTest {

  private static TestService service;
  private static H2Shop shop;
  private static H2Shop store;
  private static String source;
  private static String sink;

  @BeforeAll
  static void start(@TempDir Path directory) throws SQLException {
    service = TestService.start(directory.resolve("data"), Map.of("precheck.allow-h2", true));
    shop = new H2Shop("pc_shop", "create schema S", "create table S.T (ID int primary key)");
    store = new H2Shop("pc_store", "create schema S");
    source = service.api().id("CreateDataSource", shop.dataSource("shop"));
    sink = service.api().id("CreateDataSource", store.dataSource("store"));
  }

  @AfterAll
  static void stop() throws SQLException {
    service.close();
    shop.close();
    store.close();
  }

  @ParameterizedTest
  @EnumSource
  void aProjectGoesTheWholeWay(WireForm form) throws Exception {
    HttpTransport transport =
        HttpTransport.to(URI.create("http://127.0.0.1:" + service.port())).withWireForm(form);
    ProjectApi projects = new ProjectApi(transport);
    String id =
        String.valueOf(
            projects
                .createProject(
                    new CreateProjectRequest()
                        .name(form.name())
                        .sourceEndpointId(source)
                        .sinkEndpointId(sink)
                        .enableFullTransfer(true)
                        .transferMapping(
                            new TransferMapping()
                                .mode(TransferMode.WILDCARD)
                                .tableAndViewWhiteList(List.of("S.*"))))
                .getData());
    // Without this phase the target would have to have the table.
    projects.updateProjectConfig(
        new UpdateProjectConfigRequest().id(id).configRevision(1L).enableStructTransfer(true));

    assertThat(
            new PrecheckWaiter(new PreCheckApi(transport))
                .submitAndAwait(new SubmitPreCheckRequest().projectId(id), Duration.ofSeconds(60))
                .getProjectStatus())
        .isEqualTo(PreCheckStatus.FINISHED);

    assertThat(projects.describeProjectSteps(new DescribeProjectStepsRequest().id(id)).getData())
        .singleElement()
        .satisfies(step -> assertThat(step.getStatus()).isEqualTo(ProjectStatus.FINISHED))
        .satisfies(step -> assertThat(step.getProgress()).isEqualTo(100));
    Project project = projects.describeProject(new DescribeProjectRequest().id(id)).getData();
    assertThat(project).isNotNull();
    assertThat(project.getConfigRevision()).isEqualTo(2);
    assertThat(projects.listProjects(new ListProjectsRequest().searchKey(id)).getData())
        .singleElement()
        .satisfies(listed -> assertThat(listed.getName()).isEqualTo(form.name()));
    projects.deleteProject(new DeleteProjectRequest().id(id));
    assertThatExceptionOfType(PrecheckException.class)
        .isThrownBy(() -> projects.deleteProject(new DeleteProjectRequest().id(id)))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("PROJECT_NOT_FOUND"));
  }
}
