package dev.precheck.app.http;

import dev.precheck.api.ProjectApi;
import dev.precheck.api.model.CreateProjectRequest;
import dev.precheck.api.model.CreateProjectResponse;
import dev.precheck.api.model.DeleteProjectRequest;
import dev.precheck.api.model.DeleteProjectResponse;
import dev.precheck.api.model.DescribeProjectRequest;
import dev.precheck.api.model.DescribeProjectResponse;
import dev.precheck.api.model.DescribeProjectStepsRequest;
import dev.precheck.api.model.DescribeProjectStepsResponse;
import dev.precheck.api.model.ListProjectsRequest;
import dev.precheck.api.model.ListProjectsResponse;
import dev.precheck.api.model.Project;
import dev.precheck.api.model.ProjectStep;
import dev.precheck.api.model.UpdateProjectConfigRequest;
import dev.precheck.api.model.UpdateProjectConfigResponse;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.run.ProjectPlans;
import dev.precheck.app.store.PlannedProject;
import dev.precheck.app.store.ProjectQuery;
import dev.precheck.app.store.Projects;
import dev.precheck.app.store.StoredProject;
import dev.precheck.wire.Exchange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;

/** The actions on projects. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ProjectController implements ProjectApi {

  private final Projects projects;
  private final ProjectPlans plans;
  private final ProjectDrafts drafts;
  private final Results results;

  ProjectController(Projects projects, ProjectPlans plans, ProjectDrafts drafts, Results results) {
    this.projects = projects;
    this.plans = plans;
    this.drafts = drafts;
    this.results = results;
  }

  @Override
  public HttpResponse<CreateProjectResponse> createProject(@Body CreateProjectRequest request) {
    String id = plans.create(CurrentCaller.tenant(), drafts.draft(request));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new CreateProjectResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(id));
  }

  @Override
  public HttpResponse<DescribeProjectResponse> describeProject(
      @Body DescribeProjectRequest request) {
    PlannedProject planned = projects.planned(request.getId());
    Project project = ProjectMapper.withPlan(wire(planned.project()), drafts.plan(planned.plan()));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DescribeProjectResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(project));
  }

  @Override
  public HttpResponse<ListProjectsResponse> listProjects(@Body ListProjectsRequest request) {
    ProjectQuery query = ProjectQueries.query(request);
    ListProjectsResponse response =
        new ListProjectsResponse()
            .success(true)
            .pageNumber(query.pageNumber())
            .pageSize(query.pageSize())
            .totalCount(projects.count(query))
            .data(projects.page(query).stream().map(this::wire).toList());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(response.requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<UpdateProjectConfigResponse> updateProjectConfig(
      @Body UpdateProjectConfigRequest request) {
    plans.change(
        CurrentCaller.tenant(),
        request.getId(),
        Optional.ofNullable(request.getConfigRevision()),
        before -> drafts.changed(before.plan(), request));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new UpdateProjectConfigResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost()));
  }

  @Override
  public HttpResponse<DeleteProjectResponse> deleteProject(@Body DeleteProjectRequest request) {
    projects.delete(request.getId());
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DeleteProjectResponse().success(true).requestId(exchange.id()).cost(exchange.cost()));
  }

  @Override
  public HttpResponse<DescribeProjectStepsResponse> describeProjectSteps(
      @Body DescribeProjectStepsRequest request) {
    List<ProjectStep> steps = List.of(step(projects.get(request.getId())));
    Exchange exchange = Exchange.current();
    return HttpResponse.ok(
        new DescribeProjectStepsResponse()
            .success(true)
            .requestId(exchange.id())
            .cost(exchange.cost())
            .data(steps));
  }

  private Project wire(StoredProject project) {
    return ProjectMapper.wire(project, step(project));
  }

  private ProjectStep step(StoredProject project) {
    boolean coarse = NetworkFailures.areHidden();
    return ProjectStepMapper.step(
        project.entry().preCheckId().flatMap(id -> results.find(id, coarse)));
  }
}
