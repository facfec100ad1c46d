package dev.precheck.checks.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "uuid_to_bin(uuid()) | uuid_to_bin,uuid_to_bin(),uuid,uuid()",
        "ST_LATFROMGEOHASH(`a`) | st_latfromgeohash,st_latfromgeohash()",
        "1 member of (`a`) | 1,member,1 member,of,member of",
        "cast(`a` as json) | cast,cast(),as,json,as json",
        "`a` as (1) json | as,1,json",
        "`is_uuid`(1) | 1",
        "`d`.`is_uuid`(`x`) | ~~",
        "`a``is_uuid(`.`b` | ~~",
        "`back\\`+nvl2(1) | nvl2,nvl2(),1",
        "concat('is_uuid(1)',\"nvl2(1)\") | concat,concat()",
        "concat('it\\'s nvl2(1)','it''s nvl2(1)') | concat,concat()",
        "concat(_utf8mb4\\'nvl2(\\',`a`) | concat,concat(),_utf8mb4",
        "concat(_utf8mb4\\'it\\\\\\'s nvl2(\\',is_uuid(1)) |"
            + " concat,concat(),_utf8mb4,is_uuid,is_uuid(),1",
        "(lower(public.casefold(a)) > 1.5) | lower,lower(),public,a,1",
        "shop.\"Casefold\"(a) is json | shop,a,is,json,is json",
        "nvl2(1)\\ | nvl2,nvl2(),1",
        "'cut off nvl2( | ~~",
        "~~ | ~~",
      })
  void findsWhatIsTheServersOwn(String sql, String words) {
    List<String> expected = words.isEmpty() ? List.of() : List.of(words.split(","));
    assertThat(BareWords.in(sql)).containsExactlyElementsOf(expected);
  }
}
