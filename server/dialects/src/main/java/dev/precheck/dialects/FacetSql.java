package dev.precheck.dialects;

import dev.precheck.spi.Facet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL files of a dialect.
 *
 * @param folders where to look, the most special first
 */
record FacetSql(List<String> folders) {

  /** The statement of a facet, without the lines that are for the reader. */
  Optional<String> of(Facet<?> facet) {
    return folders.stream()
        .map(folder -> "dev/precheck/dialects/" + folder + "/" + facet.name() + ".sql")
        .flatMap(path -> text(facet, path).stream())
        .findFirst();
  }

  /** Here, or where the facet comes from: a plug-in has a class loader of its own. */
  private static Optional<String> text(Facet<?> facet, String path) {
    return Stream.of(FacetSql.class.getClassLoader(), facet.row().getClassLoader())
        .filter(Objects::nonNull)
        .flatMap(loader -> Stream.ofNullable(loader.getResourceAsStream(path)))
        .map(FacetSql::read)
        .findFirst();
  }

  private static String read(InputStream resource) {
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
