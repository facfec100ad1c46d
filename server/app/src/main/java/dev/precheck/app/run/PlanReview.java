package dev.precheck.app.run;

import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.DataSources;
import dev.precheck.app.store.EndpointEntry;
import dev.precheck.spi.Endpoint;
import dev.precheck.spi.Migration;
import dev.precheck.spi.Role;
import dev.precheck.spi.Side;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks a plan over before it is kept: whatever is refused here need not be queued or stored. */
@Singleton
public final class PlanReview {

  private final DataSources dataSources;
  private final Connections connections;
  private final PlanReader plans;

  PlanReview(DataSources dataSources, Connections connections, PlanReader plans) {
    this.dataSources = dataSources;
    this.connections = connections;
    this.plans = plans;
  }

  /**
   * A plan that can be checked.
   *
   * @param migration what the engine makes of it
   * @param endpoints the data sources as they are now, partners too
   */
  record Reviewed(Migration migration, List<EndpointEntry> endpoints) {
    Reviewed {
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * Looks a plan over.
   *
   * @param tenant whose data sources it may be about: others are as if they did not exist
   * @param plan the body of SubmitPreCheck, JSON
   * @throws ApiException if the plan cannot be checked
   */
  Reviewed review(String tenant, String plan, String sourceEndpointId, String sinkEndpointId) {
    return review(entry -> entry.tenant().equals(tenant), plan, sourceEndpointId, sinkEndpointId);
  }

  /** The same for a plan that was looked over before. */
  Reviewed review(String plan, String sourceEndpointId, String sinkEndpointId) {
    return review(entry -> true, plan, sourceEndpointId, sinkEndpointId);
  }

  private Reviewed review(
      Predicate<DataSourceEntry> own, String plan, String sourceEndpointId, String sinkEndpointId) {
    DataSourceEntry source = find(own, sourceEndpointId, "sourceEndpointId");
    DataSourceEntry target = find(own, sinkEndpointId, "sinkEndpointId");
    refuseSame(source, target);
    Migration migration = plans.read(plan, endpoint(source), endpoint(target));
    List<EndpointEntry> endpoints = new ArrayList<>(pair(Side.SOURCE, source));
    endpoints.addAll(pair(Side.TARGET, target));
    return new Reviewed(migration, endpoints);
  }

  private DataSourceEntry find(Predicate<DataSourceEntry> own, String id, String member) {
    return dataSources
        .find(id)
        .filter(own)
        .orElseThrow(
            () ->
                new ApiException(
                        ErrorCode.DATA_SOURCE_NOT_FOUND,
                        "There is no data source with the id `" + id + "` (" + member + ").")
                    .advice("Look the id up with ListDataSource, or create the data source first.")
                    .with("member", member)
                    .with("id", id));
  }

  private Endpoint endpoint(DataSourceEntry entry) {
    return connections.endpoint(entry.access());
  }

  /** The data source as it is now and, if it has one, its partner. */
  private List<EndpointEntry> pair(Side side, DataSourceEntry entry) {
    List<EndpointEntry> endpoints = new ArrayList<>();
    Optional<DataSourceEntry> partner = entry.partnerId().flatMap(dataSources::find);
    // A standby that stands alone is all there is of its side, so it takes the primary's place.
    Role role = partner.isEmpty() ? Role.PRIMARY : entry.role();
    endpoints.add(EndpointEntry.of(side, role, entry));
    partner.ifPresent(other -> endpoints.add(EndpointEntry.of(side, other.role(), other)));
    return endpoints;
  }

  private void refuseSame(DataSourceEntry source, DataSourceEntry target) {
    if (source.id().equals(target.id())) {
      throw same("Source and target are the same data source, " + source.label() + ".", source);
    }
    if (source.partnerId().filter(target.id()::equals).isPresent()) {
      throw same(
          "Source and target are partners, "
              + source.label()
              + " and "
              + target.label()
              + ": one replicates the other.",
          source);
    }
    if (samePlace(source.access(), target.access())) {
      throw same(
          "Source and target, "
              + source.label()
              + " and "
              + target.label()
              + ", are the same database: "
              + place(source.access())
              + ".",
          source);
    }
  }

  private boolean samePlace(Access source, Access target) {
    String family = connections.engine(source.engine()).family();
    return family.equals(connections.engine(target.engine()).family())
        && place(source).equals(place(target));
  }

  private static String place(Access access) {
    return access.host().toLowerCase(Locale.ROOT)
        + ":"
        + access.port()
        + access.databaseName().map(name -> "/" + name).orElse("");
  }

  private static ApiException same(String message, DataSourceEntry source) {
    return new ApiException(ErrorCode.SAME_ENDPOINT, message)
        .with("id", source.id())
        .with("name", source.name());
  }
}
