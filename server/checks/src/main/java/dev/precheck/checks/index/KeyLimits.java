package dev.precheck.checks.index;

import dev.precheck.checks.Settings;
import java.util.List;
import java.util.Set;

/**
 * How long keys of an index may be, in bytes. Sources: MySQL manual, 15.22 "InnoDB Limits" and
 * 14.14 of 5.7 ({@code innodb_large_prefix}); PostgreSQL: a third of a page of 8 KiB, {@code
 * BTMaxItemSize}.
 *
 * @param column one column of a key
 * @param key a whole key
 * @param refusesIndex whether an index is refused whose keys may be longer, and not just such a key
 */
record KeyLimits(long column, long key, boolean refusesIndex) {

  private static final Set<String> WITHOUT_LARGE_PREFIX = Set.of("compact", "redundant");
  private static final long SMALL_PREFIX = 767;
  private static final long LARGE_PREFIX = 3_072;
  private static final long USUAL_PAGE = 16_384;

  static KeyLimits ofPostgreSql() {
    return new KeyLimits(Long.MAX_VALUE, 2_704, false);
  }

  static KeyLimits ofInnoDb(Settings settings) {
    long page = Long.parseLong(settings.required("innodb_page_size"));
    long key = LARGE_PREFIX * Math.min(page, USUAL_PAGE) / USUAL_PAGE;
    String format = settings.value(List.of("innodb_default_row_format")).orElse("dynamic");
    boolean small =
        WITHOUT_LARGE_PREFIX.contains(format)
            || settings.value(List.of("innodb_large_prefix")).filter("OFF"::equals).isPresent();
    return new KeyLimits(small ? Math.min(SMALL_PREFIX, key) : key, key, true);
  }
}
