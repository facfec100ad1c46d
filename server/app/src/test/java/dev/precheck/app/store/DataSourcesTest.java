package dev.precheck.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.Role;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of data sources, on a store on disk. */
class DataSourcesTest {

  private Path directory;
  private ApplicationContext context;
  private DataSources dataSources;

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    open();
  }

  private void open() {
    context = ApplicationContext.run(Map.of("precheck.data-dir", directory.resolve("data")));
    dataSources = context.getBean(DataSources.class);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void whatIsCreatedSurvivesARestart() {
    String id = dataSources.create(draft("shop", "MYSQL", Role.PRIMARY, ""));

    close();
    open();

    DataSourceEntry entry = dataSources.get(id);
    assertThat(entry.name()).isEqualTo("shop");
    assertThat(entry.access().databaseName()).contains("db");
    assertThat(entry.attributes()).containsEntry("vpcId", "vpc-1");
    assertThat(entry.access().password().orElseThrow()).doesNotContain("canary");
    assertThat(entry.toString()).doesNotContain(entry.access().password().orElseThrow());
  }

  @Test
  void aNameBelongsToOne() {
    String id = dataSources.create(draft("shop", "MYSQL", Role.PRIMARY, ""));

    refused(
        ErrorCode.DATA_SOURCE_NAME_TAKEN,
        () -> dataSources.create(draft("shop", "MYSQL", Role.PRIMARY, "")),
        "The name `shop` belongs to the data source `" + id + "` already.");
  }

  @Test
  void pairsAreSymmetric() {
    String primary = dataSources.create(draft("primary", "MYSQL", Role.PRIMARY, ""));
    String standby = dataSources.create(draft("standby", "MYSQL", Role.STANDBY, primary));

    assertThat(dataSources.get(primary).partnerId()).contains(standby);
    assertThat(dataSources.get(standby).partnerId()).contains(primary);

    dataSources.update("default", primary, partner(""));

    assertThat(dataSources.get(primary).partnerId()).isEmpty();
    assertThat(dataSources.get(standby).partnerId()).isEmpty();
  }

  @Test
  void partnersThatDoNotFitAreRefusedAndNothingIsStored() {
    String primary = dataSources.create(draft("primary", "MYSQL", Role.PRIMARY, ""));

    refused(
        ErrorCode.INVALID_PARTNER,
        () -> dataSources.create(draft("second", "MYSQL", Role.PRIMARY, primary)),
        "both have the role MASTER");
    refused(
        ErrorCode.INVALID_PARTNER,
        () -> dataSources.create(draft("other", "POSTGRESQL", Role.STANDBY, primary)),
        "its engine is MYSQL, this one's is POSTGRESQL");
    refused(
        ErrorCode.INVALID_PARTNER,
        () -> dataSources.create(draft("lonely", "MYSQL", Role.STANDBY, "e_nobody")),
        "it does not exist");
    dataSources.create(draft("standby", "MYSQL", Role.STANDBY, primary));
    refused(
        ErrorCode.INVALID_PARTNER,
        () -> dataSources.create(draft("third", "MYSQL", Role.STANDBY, primary)),
        "already");
    assertThat(dataSources.count(all())).isEqualTo(2);
  }

  @Test
  void aRoleCannotChangeUnderAPartner() {
    String primary = dataSources.create(draft("primary", "MYSQL", Role.PRIMARY, ""));
    dataSources.create(draft("standby", "MYSQL", Role.STANDBY, primary));

    refused(
        ErrorCode.INVALID_PARTNER,
        () -> dataSources.update("default", primary, role(Role.STANDBY)),
        "both have the role SLAVE");
  }

  @Test
  void whatIsInUseStays() {
    String primary = dataSources.create(draft("primary", "MYSQL", Role.PRIMARY, ""));
    String standby = dataSources.create(draft("standby", "MYSQL", Role.STANDBY, primary));

    refused(ErrorCode.DATA_SOURCE_IN_USE, () -> dataSources.delete(primary), standby);

    dataSources.update("default", standby, partner(""));
    dataSources.delete(primary);
    refused(ErrorCode.DATA_SOURCE_NOT_FOUND, () -> dataSources.delete(primary), primary);
  }

  @Test
  void pagesAndSearches() {
    String first = dataSources.create(draft("Shop-100%", "MYSQL", Role.PRIMARY, ""));
    String second = dataSources.create(draft("shop-two", "POSTGRESQL", Role.PRIMARY, ""));
    String third = dataSources.create(draft("other", "MYSQL", Role.PRIMARY, ""));

    assertThat(ids(all())).containsExactly(third, second, first);
    assertThat(ids(query("SHOP", List.of(), 10))).containsExactly(second, first);
    assertThat(ids(query("0%", List.of(), 10))).containsExactly(first);
    assertThat(ids(query("_", List.of(), 10))).isEmpty();
    assertThat(ids(query(third, List.of(), 10))).containsExactly(third);
    assertThat(ids(query("", List.of("POSTGRESQL", "X"), 10))).containsExactly(second);
    assertThat(ids(query("shop", List.of(), 1))).containsExactly(second);
    assertThat(dataSources.count(query("shop", List.of(), 1))).isEqualTo(2);
  }

  @Test
  void factsOfAServerAreForgottenWhenItsAddressChanges() {
    String id = dataSources.create(draft("shop", "MYSQL", Role.PRIMARY, ""));
    ServerFacts facts =
        new ServerFacts(Optional.of("8.0.36"), Optional.of("utf8mb4"), Optional.of("+00:00"));
    dataSources.remember(id, facts);
    assertThat(dataSources.get(id).facts()).isEqualTo(facts);

    // The password would be sent to a server that it is not for.
    refused(
        ErrorCode.PARAM_ERROR,
        () -> dataSources.update("default", id, host("elsewhere")),
        "/password");
    assertThat(dataSources.get(id).access().host()).isNotEqualTo("elsewhere");
    assertThat(dataSources.update("default", id, host("elsewhere", "canary")).facts())
        .isEqualTo(ServerFacts.UNKNOWN);
  }

  private List<String> ids(DataSourceQuery query) {
    return dataSources.page(query).stream().map(DataSourceEntry::id).toList();
  }

  private static DataSourceQuery all() {
    return query("", List.of(), 10);
  }

  private static DataSourceQuery query(String key, List<String> engines, int pageSize) {
    return new DataSourceQuery("default", key, engines, false, false, 1, pageSize);
  }

  private static void refused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApiException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(text);
  }

  private static DataSourceDraft draft(String name, String engine, Role role, String partner) {
    Access access =
        new Access(
            engine,
            "db.example",
            3306,
            Optional.of("db"),
            "user",
            Optional.empty(),
            Optional.empty(),
            TlsMode.PREFER,
            Optional.empty(),
            StoredClientCertificate.NONE);
    return new DataSourceDraft(
        "default",
        name,
        access,
        Optional.of(Secret.of("canary")),
        Optional.empty(),
        role,
        Optional.of(partner).filter(id -> !id.isEmpty()),
        Optional.empty(),
        Map.of("vpcId", "vpc-1"));
  }

  private static DataSourceChange partner(String id) {
    return change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id));
  }

  private static DataSourceChange role(Role role) {
    return change(Optional.empty(), Optional.empty(), Optional.of(role), Optional.empty());
  }

  private static DataSourceChange host(String host) {
    return change(Optional.of(host), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static DataSourceChange host(String host, String password) {
    return change(
        Optional.of(host), Optional.of(Secret.of(password)), Optional.empty(), Optional.empty());
  }

  private static DataSourceChange change(
      Optional<String> host,
      Optional<Secret> password,
      Optional<Role> role,
      Optional<String> partner) {
    return new DataSourceChange(
        Optional.empty(),
        host,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        password,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        role,
        partner,
        Optional.empty());
  }
}
