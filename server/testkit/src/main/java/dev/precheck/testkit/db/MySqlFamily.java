package dev.precheck.testkit.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What MySQL and MariaDB have in common. */
final class MySqlFamily {

  private MySqlFamily() {}

  /** Options of a small, quick server that need not survive a crash. */
  static List<String> serverOptions(Path data, int port) throws IOException {
    Path accounts = data.resolveSibling("accounts.sql");
    Files.writeString(
        accounts,
        """
        CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        """
            .formatted(Superuser.NAME, Superuser.PASSWORD));
    return List.of(
        "--init-file=" + accounts,
        "--port=" + port,
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        // Relative to the data directory: the path of a socket may have 107 bytes only.
        "--socket=server.sock",
        "--pid-file=server.pid",
        "--innodb-buffer-pool-size=64M",
        "--innodb-doublewrite=0",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-flush-method=nosync",
        // What a kernel has of it is soon used up by the servers of several JVMs.
        "--innodb-use-native-aio=0",
        "--key-buffer-size=1M",
        "--max-connections=100");
  }

  static List<String> tlsOptions(TestCertificates certificates) {
    return List.of(
        "--ssl-ca=" + certificates.authority(),
        "--ssl-cert=" + certificates.certificate(),
        "--ssl-key=" + certificates.key());
  }
}
