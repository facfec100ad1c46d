package dev.precheck.app.http;

import dev.precheck.api.model.EndpointType;
import dev.precheck.api.model.EngineType;
import dev.precheck.api.model.Project;
import dev.precheck.api.model.ProjectConnectInfo;
import dev.precheck.api.model.ProjectLabel;
import dev.precheck.api.model.ProjectStep;
import dev.precheck.api.model.ProjectType;
import dev.precheck.api.model.SubmitPreCheckRequest;
import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.ProjectEntry;
import dev.precheck.app.store.StoredProject;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Phase;
import java.util.List;

/** From a stored project to the wire. */
final class ProjectMapper {

  private ProjectMapper() {}

  /** A project without the large parts of its plan. */
  static Project wire(StoredProject project, ProjectStep step) {
    ProjectEntry entry = project.entry();
    List<String> phases = entry.phases();
    return new Project()
        .id(entry.id())
        .type(ProjectType.fromValue(entry.type()))
        .name(entry.name())
        .labels(project.labelIds().stream().map(id -> new ProjectLabel().id(id)).toList())
        .status(step.getStatus())
        .gmtCreate(Times.utc(entry.createdAt()))
        .gmtModified(Times.utc(entry.modifiedAt()))
        .gmtStart(step.getStartTime())
        .gmtFinish(step.getFinishTime())
        .isMerging(false)
        .isModifying(false)
        .isSubProject(false)
        .sourceEndpointType(EngineType.fromValue(project.source().access().engine()))
        .sinkEndpointType(EngineType.fromValue(project.sink().access().engine()))
        .enableStructTransfer(phases.contains(Phase.STRUCTURE.name()))
        .enableFullTransfer(phases.contains(Phase.FULL.name()))
        .enableFullVerify(phases.contains(Phase.VERIFY.name()))
        .enableIncrTransfer(phases.contains(Phase.INCREMENTAL.name()))
        .enableIncrVerify(false)
        .enableReverseIncrTransfer(phases.contains(Phase.REVERSE.name()))
        .sourceConnectInfo(connectInfo(project.source(), EndpointType.SOURCE))
        .sinkConnectInfo(connectInfo(project.sink(), EndpointType.DEST))
        .steps(List.of(step))
        .sourceEndpointId(entry.sourceId())
        .sinkEndpointId(entry.sinkId())
        .configRevision(entry.configRevision())
        .preCheckId(step.getPreCheckId());
  }

  /** Puts in what is left out of lists. */
  static Project withPlan(Project project, SubmitPreCheckRequest plan) {
    return project
        .transferMapping(plan.getTransferMapping())
        .commonTransferConfig(plan.getCommonTransferConfig())
        .structTransferConfig(plan.getStructTransferConfig())
        .fullTransferConfig(plan.getFullTransferConfig())
        .incrTransferConfig(plan.getIncrTransferConfig())
        .reverseIncrTransferConfig(plan.getReverseIncrTransferConfig());
  }

  private static ProjectConnectInfo connectInfo(DataSourceEntry entry, EndpointType side) {
    Access access = entry.access();
    boolean demo = access.engine().equals(DatabaseEngine.H2.id());
    return new ProjectConnectInfo()
        .id(entry.id())
        .endpointId(entry.id())
        .endpointName(entry.name())
        .endpointSide(side)
        .dbEngine(EngineType.fromValue(access.engine()))
        .username(access.userName())
        .version(entry.facts().serverVersion().orElse(null))
        .timezone(entry.facts().serverTimeZone().orElse(null))
        .charset(entry.facts().serverCharset().orElse(null))
        .host(access.host())
        .port(demo ? null : access.port());
  }
}
