package dev.precheck.app.http;

import dev.precheck.api.model.CreateMySqlDataSourceRequest;
import dev.precheck.app.access.CurrentCaller;
import dev.precheck.app.store.Access;
import dev.precheck.app.store.DataSourceDraft;
import dev.precheck.app.store.StoredClientCertificate;
import dev.precheck.engine.Secret;
import dev.precheck.engine.TlsMode;
import dev.precheck.spi.DatabaseEngine;
import dev.precheck.spi.Role;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import dev.precheck.wire.error.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From OMS's own form of a MySQL data source to ours. */
final class MySqlMapper {

  static final String VPC_ID = "vpcId";

  private static final int MAX_PASSWORD = 1_024;

  private MySqlMapper() {}

  static DataSourceDraft draft(CreateMySqlDataSourceRequest request) {
    Access access =
        new Access(
            DatabaseEngine.MYSQL.id(),
            request.getIp(),
            Optional.ofNullable(request.getPort()).orElse(DatabaseEngine.MYSQL.defaultPort()),
            Optional.ofNullable(request.getSchema()),
            request.getUserName(),
            Optional.empty(),
            Optional.empty(),
            tls(request.getUseSsl()),
            Optional.empty(),
            StoredClientCertificate.NONE);
    Map<String, String> attributes = new HashMap<>();
    keep(attributes, "type", request.getType().getValue());
    keep(attributes, "instanceId", request.getInstanceId());
    keep(attributes, VPC_ID, request.getVpcId());
    keep(attributes, "dgInstanceId", request.getDgInstanceId());
    return new DataSourceDraft(
        CurrentCaller.tenant(),
        request.getName(),
        access,
        Optional.of(password(request.getPassword())),
        Optional.empty(),
        Role.PRIMARY,
        Optional.empty(),
        Optional.ofNullable(request.getDescription()).filter(text -> !text.isEmpty()),
        attributes);
  }

  private static void keep(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      attributes.put(name, value);
    }
  }

  private static TlsMode tls(@Nullable Boolean useSsl) {
    if (useSsl == null) {
      return TlsMode.PREFER;
    }
    return useSsl ? TlsMode.REQUIRE : TlsMode.DISABLE;
  }

  private static Secret password(String base64) {
    String password = decoded(base64);
    if (password.codePointCount(0, password.length()) > MAX_PASSWORD) {
      throw refuse(ErrorCode.PARAM_ERROR, "has more than 1024 characters once it is decoded.");
    }
    return Secret.of(password);
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException e) {
      throw refuse(ErrorCode.INVALID_PASSWORD_ENCODING, "not Base64 (RFC 4648).");
    } catch (CharacterCodingException e) {
      throw refuse(
          ErrorCode.INVALID_PASSWORD_ENCODING, "Base64 (RFC 4648), but not of a UTF-8 text.");
    }
  }

  private static ApiException refuse(ErrorCode code, String message) {
    return ApiException.violations(code, List.of(new Violation("/password", message)));
  }
}
