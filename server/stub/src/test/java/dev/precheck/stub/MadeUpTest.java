package dev.precheck.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.precheck.stub.contract.Document;
import dev.precheck.stub.contract.Example;
import dev.precheck.stub.contract.MadeUp;
import dev.precheck.stub.contract.Operation;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data that is made up fits the schema that it is made up from. */
class MadeUpTest {

  private static final int SEEDS = 40;

  @Test
  void whateverIsMadeUpFits() throws Exception {
    Document document = Document.bundled();
    for (Operation operation : document.operations()) {
      Example usual = operation.usual();
      String schema = document.schema(operation, usual.status(), usual.mediaType());
      for (int seed = 0; !schema.isEmpty() && seed < SEEDS; seed++) {
        JsonNode made =
            new MadeUp(document.root(), new Random(seed)).present(document.root().at(schema));
        assertThat(document.schemas().faults(schema, made))
            .as("%s, seed %d: %s", operation.action(), seed, made)
            .isEmpty();
      }
    }
  }
}
