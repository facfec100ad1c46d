package dev.precheck.checks.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.spi.QualifiedName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select `s`.`t`.`id` AS `id` from `s`.`t` | s.t",
        "select `v`.`id` AS `id` from `s`.`v` | s.v",
        "select 1 AS `one` | ''",
        "select 1 from (`s`.`a` join `s`.`b` on((`a`.`x` = `b`.`x`))) | s.a s.b",
        "select 1 from ((`s`.`a` left join `u`.`b` on(1)) join `s`.`a` `z`) | s.a u.b",
        "select 1 from `s`.`a` where exists(select 1 from `s`.`b` where (`b`.`x` = 1)) | s.a s.b",
        "select extract(year from `v`.`d`) AS `y` from `s`.`v` | s.v",
        "select trim(leading 'x' from `v`.`n`) AS `y` from `s`.`v` | s.v",
        "select 'it\\'s from `s`.`no`' AS `q`,'' AS `e` from `s`.`t` | s.t",
        "select 'it''s from `s`.`no`' AS `q` from `s`.`t` | s.t",
        "select 1 from `a``b`.`c.d` | a`b.c.d",
        "with `c` as (select 1 from `s`.`t`) select `c`.`x` from `c` | s.t",
        "select 1 from (select 2 from `s`.`t`) `d` | s.t",
        "select 1 from `s`.`t` union select 2 from `s`.`u` | s.t s.u",
        "select `s`.`f`(`t`.`x`) AS `y` from `s`.`t` | s.t",
        "select `from` from `s`.`t` | s.t",
        "select 'cut off | ''",
        "select 1 from `cut | ''",
      })
  void findsTablesOfMySql(String sql, String tables) {
    assertThat(QuotedNames.in(sql, '`', "s").tables().stream().map(QualifiedName::toString))
        .containsExactlyElementsOf(names(tables));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT FROM | ''",
        "SELECT FROM \"s\".\"t\" JOIN \"s\".\"a\"\"b\" | s.t s.a\"b",
        "SELECT \"T\".\"ID\" FROM \"S\".\"T\" INNER JOIN \"S\".\"U\" ON 1=1 | S.T S.U",
        "SELECT 'back\\' FROM \"S\".\"T\" | S.T",
      })
  void findsTablesOfOthers(String sql, String tables) {
    assertThat(QuotedNames.in(sql, '"', "s").tables().stream().map(QualifiedName::toString))
        .containsExactlyElementsOf(names(tables));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "select `f`(`t`.`x`) AS `y` from `s`.`t` | s.f",
        "select `u`.`f`(`s`.`g`(1)) AS `y` from `s`.`t` | u.f s.g",
        "select max(`t`.`x`) AS `y` from (`s`.`t` join `s`.`u`) where (`t`.`x` in (1)) | ''",
      })
  void findsFunctions(String sql, String functions) {
    assertThat(QuotedNames.in(sql, '`', "s").functions().stream().map(QualifiedName::toString))
        .containsExactlyElementsOf(names(functions));
  }

  private static List<String> names(String tables) {
    return tables.equals("''") ? List.of() : List.of(tables.split(" ", -1));
  }
}
