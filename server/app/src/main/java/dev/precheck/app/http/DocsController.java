package dev.precheck.app.http;

import dev.precheck.wire.Quote;
import dev.precheck.wire.error.ApiException;
import dev.precheck.wire.error.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The contract as a page to read and to try, from this server alone. */
@Controller("/docs")
@ExecuteOn(TaskExecutors.BLOCKING)
class DocsController {

  /** Nothing but what this server sends is run, and nobody else's page can frame it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final String OWN = "dev/precheck/app/docs/";

  private record File(String resource, String type) {}

  private static final Map<String, File> FILES =
      Map.of(
          "index.html", new File(OWN + "index.html", "text/html;charset=utf-8"),
          "page.css", new File(OWN + "page.css", "text/css;charset=utf-8"),
          "start.js", new File(OWN + "start.js", "text/javascript;charset=utf-8"),
          "actions.js", new File(OWN + "actions.js", "text/javascript;charset=utf-8"),
          "swagger-ui.css", new File(SWAGGER_UI + "swagger-ui.css", "text/css;charset=utf-8"),
          "swagger-ui-bundle.js",
              new File(SWAGGER_UI + "swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
          "favicon-32x32.png", new File(SWAGGER_UI + "favicon-32x32.png", "image/png"));

  @Get(produces = MediaType.ALL)
  HttpResponse<byte[]> page() throws IOException {
    return file("index.html");
  }

  @Get(uri = "/{name}", produces = MediaType.ALL)
  HttpResponse<byte[]> file(@PathVariable String name) throws IOException {
    File file = FILES.get(name);
    if (file == null) {
      throw new ApiException(
          ErrorCode.UNKNOWN_ACTION, "There is nothing at " + Quote.of("/docs/" + name) + ".");
    }
    try (InputStream in =
        DocsController.class.getClassLoader().getResourceAsStream(file.resource())) {
      if (in == null) {
        throw new IOException("not on the class path: " + file.resource());
      }
      return HttpResponse.ok(in.readAllBytes())
          .contentType(MediaType.of(file.type()))
          .header("Content-Security-Policy", POLICY)
          .header("X-Content-Type-Options", "nosniff")
          .header(HttpHeaders.CACHE_CONTROL, "max-age=60");
    }
  }
}
