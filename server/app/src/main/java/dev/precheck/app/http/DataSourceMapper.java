package dev.precheck.app.http;

import dev.precheck.api.model.CreateDataSourceRequest;
import dev.precheck.api.model.DataSource;
import dev.precheck.api.model.DataSourceRole;
import dev.precheck.api.model.EngineType;
import dev.precheck.api.model.ListDataSourceRequest;
import dev.precheck.api.model.UpdateDataSourceRequest;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSourceChange;
import dev.precheck.app.store.DataSourceDraft;
import dev.precheck.app.store.DataSourceEntry;
import dev.precheck.app.store.DataSourceQuery;
import dev.precheck.app.store.StoredClientCertificate;
import dev.precheck.engine.ClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Role;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From data sources on the wire to those in the store, and back. */
final class DataSourceMapper {

  private static final int PAGE_SIZE = 10;

  private DataSourceMapper() {}

  static DataSourceDraft draft(CreateDataSourceRequest request, DatabaseEngine engine) {
    Certificates.check(request.getCaCertificate());
    refuseBoth(request.getPassword(), request.getPasswordReference());
    Optional<ClientCertificate> shown =
        Certificates.client(request.getClientCertificate(), request.getClientKey());
    Access access =
        new Access(
            engine.id(),
            request.getHost(),
            Optional.ofNullable(request.getPort()).orElse(engine.defaultPort()),
            Optional.ofNullable(request.getDatabase()),
            request.getUserName(),
            Optional.empty(),
            Optional.ofNullable(request.getPasswordReference()),
            Optional.ofNullable(request.getTlsMode())
                .map(DataSourceMapper::tls)
                .orElse(TlsMode.PREFER),
            given(request.getCaCertificate()),
            StoredClientCertificate.NONE);
    return new DataSourceDraft(
        CurrentCaller.tenant(),
        request.getName(),
        access,
        Optional.ofNullable(request.getPassword()).map(Secret::of),
        shown,
        Optional.ofNullable(request.getRole()).map(DataSourceMapper::role).orElse(Role.PRIMARY),
        Optional.ofNullable(request.getPartnerId()),
        given(request.getDescription()),
        Map.of());
  }

  static DataSourceChange change(UpdateDataSourceRequest request) {
    Certificates.check(request.getCaCertificate());
    refuseBoth(request.getPassword(), request.getPasswordReference());
    return new DataSourceChange(
        Optional.ofNullable(request.getName()),
        Optional.ofNullable(request.getHost()),
        Optional.ofNullable(request.getPort()),
        Optional.ofNullable(request.getDatabase()),
        Optional.ofNullable(request.getUserName()),
        Optional.ofNullable(request.getPassword()).map(Secret::of),
        Optional.ofNullable(request.getPasswordReference()),
        Optional.ofNullable(request.getTlsMode()).map(DataSourceMapper::tls),
        Optional.ofNullable(request.getCaCertificate()),
        Certificates.client(request.getClientCertificate(), request.getClientKey()),
        Optional.ofNullable(request.getRole()).map(DataSourceMapper::role),
        Optional.ofNullable(request.getPartnerId()),
        Optional.ofNullable(request.getDescription()));
  }

  static DataSourceQuery query(ListDataSourceRequest request) {
    return new DataSourceQuery(
        CurrentCaller.tenant(),
        Optional.ofNullable(request.getSearchKey()).orElse(""),
        Optional.ofNullable(request.getTypes()).orElse(List.of()),
        "gmtModified".equals(request.getSortField()),
        Optional.ofNullable(request.getOrder())
            .filter(order -> order.startsWith("asc"))
            .isPresent(),
        Optional.ofNullable(request.getPageNumber()).orElse(1),
        Optional.ofNullable(request.getPageSize()).orElse(PAGE_SIZE));
  }

  static DataSource wire(DataSourceEntry entry) {
    Access access = entry.access();
    boolean demo = access.engine().equals(DatabaseEngine.H2.id());
    return new DataSource()
        .id(entry.id())
        .name(entry.name())
        .type(EngineType.fromValue(access.engine()))
        .role(entry.role() == Role.PRIMARY ? DataSourceRole.MASTER : DataSourceRole.SLAVE)
        .partnerId(entry.partnerId().orElse(null))
        .schema(access.databaseName().orElse(null))
        .vpcId(entry.attributes().get(MySqlMapper.VPC_ID))
        .ip(access.host())
        .port(demo ? null : access.port())
        .userName(access.userName())
        .description(entry.description().orElse(null))
        .version(entry.facts().serverVersion().orElse(null))
        .timezone(entry.facts().serverTimeZone().orElse(null))
        .charset(entry.facts().serverCharset().orElse(null))
        .gmtCreate(Times.utc(entry.createdAt()))
        .gmtModified(Times.utc(entry.modifiedAt()))
        .host(access.host())
        .database(access.databaseName().orElse(null))
        .tlsMode(demo ? null : dev.precheck.api.model.TlsMode.valueOf(access.tlsMode().name()))
        .hasPassword(access.password().isPresent())
        .passwordReference(access.passwordReference().orElse(null))
        .hasCaCertificate(access.caCertificate().isPresent())
        .hasClientCertificate(access.client().isThere());
  }

  private static void refuseBoth(@Nullable String password, @Nullable String reference) {
    if (given(password).isPresent() && given(reference).isPresent()) {
      throw ApiException.violations(
              ErrorCode.PARAM_ERROR,
              List.of(new Violation("/passwordReference", "given beside a password.")))
          .advice("Give either the password, to be stored, or where it is kept.");
    }
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }

  private static TlsMode tls(dev.precheck.api.model.TlsMode mode) {
    return TlsMode.valueOf(mode.name());
  }

  private static Role role(DataSourceRole role) {
    return role == DataSourceRole.SLAVE ? Role.STANDBY : Role.PRIMARY;
  }
}
