import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the contract as JSON, which is read in a tenth of the time: {@code java -cp …
 * ContractAsJson.java precheck.yaml precheck.json}.
 */
final class ContractAsJson {

  private ContractAsJson() {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    new JsonMapper()
        .writeValue(target.toFile(), new YAMLMapper().readTree(Path.of(arguments[0]).toFile()));
  }
}
