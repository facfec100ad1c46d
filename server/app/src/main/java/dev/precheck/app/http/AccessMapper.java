package dev.precheck.app.http;

import dev.precheck.api.model.ApiToken;
import dev.precheck.api.model.AuditEvent;
import dev.precheck.api.model.CreateApiTokenRequest;
import dev.precheck.api.model.CreatedApiToken;
import dev.precheck.api.model.ListAuditEventsRequest;
import dev.precheck.app.identity.AccessRole;
import dev.precheck.app.identity.Caller;
import dev.precheck.app.store.access.ApiTokenDraft;
import dev.precheck.app.store.access.ApiTokenEntry;
import dev.precheck.app.store.access.ApiTokens;
import dev.precheck.app.store.access.AuditEntry;
import dev.precheck.app.store.access.AuditQuery;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From API tokens and audit events to the wire and back. */
final class AccessMapper {

  private AccessMapper() {}

  /**
   * What a caller wants a token to be.
   *
   * @throws ApiException if it is to expire in the past
   */
  static ApiTokenDraft draft(CreateApiTokenRequest request, Caller caller, Instant now) {
    return new ApiTokenDraft(
        caller.tenant(),
        request.getName(),
        AccessRole.valueOf(request.getRole().getValue()),
        Optional.ofNullable(request.getDescription()),
        Optional.of(caller.name()),
        expiry(request.getExpireTime(), now));
  }

  private static Optional<Instant> expiry(@Nullable OffsetDateTime time, Instant now) {
    Optional<Instant> expiry = Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    expiry
        .filter(at -> !at.isAfter(now))
        .ifPresent(
            at -> {
              throw ApiException.violations(
                      ErrorCode.PARAM_ERROR,
                      List.of(new Violation("/expireTime", "`" + at + "` is in the past.")))
                  .advice("Send a time in the future, or leave the member out for never.");
            });
    return expiry;
  }

  static ApiToken wire(ApiTokenEntry entry) {
    return new ApiToken()
        .id(entry.id())
        .name(entry.name())
        .role(wire(entry.role()))
        .tenant(entry.tenant())
        .description(entry.description().orElse(null))
        .createdBy(entry.createdBy().orElse(null))
        .createTime(Times.utc(entry.createdAt()))
        .expireTime(Times.utc(entry.expiresAt()))
        .lastUseTime(Times.utc(entry.lastUsedAt()))
        .revokeTime(Times.utc(entry.revokedAt()))
        .revokedBy(entry.revokedBy().orElse(null));
  }

  static CreatedApiToken wire(ApiTokens.Created created) {
    ApiToken token = wire(created.entry());
    return new CreatedApiToken()
        .token(created.text().reveal())
        .id(token.getId())
        .name(token.getName())
        .role(token.getRole())
        .tenant(token.getTenant())
        .description(token.getDescription())
        .createdBy(token.getCreatedBy())
        .createTime(token.getCreateTime())
        .expireTime(token.getExpireTime())
        .lastUseTime(token.getLastUseTime())
        .revokeTime(token.getRevokeTime())
        .revokedBy(token.getRevokedBy());
  }

  static AuditQuery query(ListAuditEventsRequest request, String tenant) {
    return new AuditQuery(
        tenant,
        Optional.ofNullable(request.getCaller()),
        Optional.ofNullable(request.getAction()),
        Optional.ofNullable(request.getObject()),
        Pages.page(request.getPageNumber(), request.getPageSize()));
  }

  static AuditEvent wire(AuditEntry entry) {
    return new AuditEvent()
        .id(entry.id())
        .time(Times.utc(entry.at()))
        .caller(entry.caller())
        .token(entry.tokenId().orElse(null))
        .role(wire(entry.role()))
        .action(entry.action())
        .objects(entry.objects())
        .code(entry.code().orElse(null))
        .requestId(entry.requestId())
        .address(entry.address());
  }

  private static dev.precheck.api.model.AccessRole wire(AccessRole role) {
    return dev.precheck.api.model.AccessRole.fromValue(role.name());
  }
}
