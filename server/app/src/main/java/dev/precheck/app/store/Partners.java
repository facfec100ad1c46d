package dev.precheck.app.store;

import dev.precheck.spi.Role;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import java.util.Optional;

/** The rules of a primary and standby pair; both halves name each other, always. */
final class Partners {

  private final DataSourceTable table;

  Partners(DataSourceTable table) {
    this.table = table;
  }

  /**
   * Makes the pair that an entry asks for; its own row names the partner already.
   *
   * @throws ApiException if they cannot be a pair
   */
  void join(DataSourceEntry entry, String partnerId) {
    DataSourceEntry partner = existing(entry.tenant(), partnerId);
    check(entry, partner);
    table.setPartner(partner.id(), Optional.of(entry.id()));
  }

  /**
   * The entry that a partner's id names, locked.
   *
   * @param tenant whose it has to be
   * @throws ApiException if there is none
   */
  DataSourceEntry existing(String tenant, String partnerId) {
    return table
        .lock(partnerId)
        .filter(partner -> partner.tenant().equals(tenant))
        .orElseThrow(() -> refuse(partnerId, "", "it does not exist"));
  }

  /** Ends the pair on the partner's side. */
  void leave(String partnerId) {
    table.setPartner(partnerId, Optional.empty());
  }

  /**
   * Whether two can be a pair.
   *
   * @throws ApiException if not
   */
  static void check(DataSourceEntry entry, DataSourceEntry partner) {
    if (partner.id().equals(entry.id())) {
      throw refuse(partner, "it is the data source itself");
    }
    if (!partner.access().engine().equals(entry.access().engine())) {
      throw refuse(
          partner,
          "its engine is "
              + partner.access().engine()
              + ", this one's is "
              + entry.access().engine());
    }
    if (partner.role() == entry.role()) {
      throw refuse(
          partner, "both have the role " + (entry.role() == Role.PRIMARY ? "MASTER" : "SLAVE"));
    }
    if (partner.partnerId().filter(id -> !id.equals(entry.id())).isPresent()) {
      throw refuse(partner, "it is the partner of `" + partner.partnerId().get() + "` already");
    }
  }

  private static ApiException refuse(DataSourceEntry partner, String why) {
    return refuse(partner.id(), " (" + partner.name() + ")", why).with("name", partner.name());
  }

  private static ApiException refuse(String id, String name, String why) {
    return new ApiException(
            ErrorCode.INVALID_PARTNER,
            "The data source `" + id + "`" + name + " cannot be the partner: " + why + ".")
        .with("partnerId", id);
  }
}
