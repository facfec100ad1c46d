package dev.precheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precheck.engine.Evidence.State;
import dev.precheck.spi.DataLiteral;
import dev.precheck.spi.Facet;
import dev.precheck.spi.TableContent;
import dev.precheck.spi.TableKind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of reading a fact, and what is not. */
class ReadingTest {

  private static final Secret PASSWORD = Secret.of("pw-canary");

  /** A facet like those that are to come: with data in it. */
  record Default(
      String column,
      @DataLiteral String value,
      @DataLiteral(DataLiteral.Form.EXPRESSION) String expression,
      TableKind kind,
      int position) {}

  private static final Facet<Default> DEFAULTS = Facet.ofSchemas("defaults", Default.class);

  @Test
  void valuesAreShownWithoutDataAndSecrets() {
    Reading reading = begun(DEFAULTS);

    reading.read(
        List.of(
            new Default(
                "note pw-canary",
                "data-canary",
                "concat(note, 'data-canary')",
                TableKind.VIEW,
                7)));

    Sample sample = reading.evidence().sample();
    assertThat(sample.columns())
        .containsExactly("column", "value", "expression", "kind", "position");
    assertThat(sample.rows())
        .containsExactly(
            List.of("note ***", "(11 characters, not shown)", "concat(note, ?)", "VIEW", "7"));
    assertThat(reading.evidence().toString()).doesNotContain("canary");
  }

  @Test
  void ofManyRowsTheFirstTwentyAreKeptAndAllCounted() {
    Reading reading = begun(DEFAULTS);

    reading.read(Collections.nCopies(10_000, row("c")));

    assertThat(reading.evidence().state()).isEqualTo(State.READ);
    assertThat(reading.evidence().rowCount()).isEqualTo(10_000);
    assertThat(reading.evidence().sample().rows()).hasSize(20);
  }

  @Test
  void aLongValueIsCutBetweenCharactersAndSaysHowLongItIs() {
    Reading reading = begun(DEFAULTS);

    reading.read(List.of(row("x".repeat(199) + "😀" + "y"), row("z".repeat(200))));

    assertThat(reading.evidence().sample().rows())
        .extracting(row -> row.get(0))
        .containsExactly("x".repeat(199) + "… (202 characters)", "z".repeat(200));
  }

  /** Half a secret would not be recognised any more. */
  @Test
  void aSecretAcrossTheCutIsBlankedFirst() {
    Reading reading = begun(DEFAULTS);

    reading.read(List.of(row("x".repeat(195) + "pw-canary" + "y".repeat(50))));

    assertThat(reading.evidence().sample().rows().get(0).get(0))
        .isEqualTo("x".repeat(195) + "***yy… (248 characters)");
  }

  @Test
  void theFirstStatementIsKeptWithItsParametersAndTheOthersAreCounted() {
    Reading reading = begun(DEFAULTS);

    reading.sending("SELECT 1 IN (?, ?)", List.of("shop", "pw-canary"));
    reading.sending("SELECT 2", List.of());

    assertThat(reading.evidence().sent())
        .contains(new Sent("SELECT 1 IN (?, ?)", 18, List.of("shop", "***"), 2, 2));
  }

  @Test
  void aLongListOfParametersIsCutAndCounted() {
    Reading reading = begun(DEFAULTS);

    reading.sending("?,".repeat(5_000), IntStream.range(0, 5_000).mapToObj(i -> "s" + i).toList());

    Sent sent = reading.evidence().sent().orElseThrow();
    assertThat(sent.statement()).hasSize(8_000);
    assertThat(sent.length()).isEqualTo(10_000);
    assertThat(sent.parameters()).hasSize(100).startsWith("s0").endsWith("s99");
    assertThat(sent.parameterCount()).isEqualTo(5_000);
  }

  /** Blanking a word of a statement that everybody can read would tell which word is the secret. */
  @Test
  void aFacetsStatementStaysAsItIsAndAProbesIsBlanked() {
    Reading facet = begun(DEFAULTS);
    Reading probe = begun(TableContent.FACET);

    facet.sending("SELECT \"pw-canary\"", List.of());
    probe.sending("SELECT \"pw-canary\"", List.of());

    assertThat(facet.evidence().sent().orElseThrow().statement()).isEqualTo("SELECT \"pw-canary\"");
    assertThat(probe.evidence().sent().orElseThrow().statement()).isEqualTo("SELECT \"***\"");
  }

  @Test
  void whatIsUnderWayIsUnfinishedAndHasNoDuration() {
    Reading reading = begun(DEFAULTS);
    reading.sending("SELECT 1", List.of());

    Evidence evidence = reading.evidence();

    assertThat(evidence.state()).isEqualTo(State.UNFINISHED);
    assertThat(evidence.startedAt()).isPresent();
    assertThat(evidence.took()).isEmpty();
    assertThat(evidence.sent()).isPresent();
  }

  @Test
  void theFirstEndCounts() {
    Reading reading = begun(DEFAULTS);

    reading.read(List.of(row("c")));
    reading.failed(Optional.of("the connection broke later"));

    assertThat(reading.evidence().state()).isEqualTo(State.READ);
    assertThat(reading.evidence().failure()).isEmpty();
  }

  @Test
  void whatWasNotBegunWasNotRead() {
    Reading reading = reading(DEFAULTS);

    reading.failed(Optional.of("The source could not be reached."));

    assertThat(reading.evidence().state()).isEqualTo(State.NOT_READ);
    assertThat(reading.evidence().startedAt()).isEmpty();
    assertThat(reading.evidence().failure()).contains("The source could not be reached.");
  }

  private static Default row(String column) {
    return new Default(column, "", "", TableKind.TABLE, 1);
  }

  private static Reading begun(Facet<?> facet) {
    Reading reading = reading(facet);
    reading.begin();
    return reading;
  }

  private static Reading reading(Facet<?> facet) {
    return new Reading(new Fact(Place.SOURCE, facet), PASSWORD::redact);
  }
}
