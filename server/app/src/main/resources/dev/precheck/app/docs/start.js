// A file of its own: the page's policy allows no script within it.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.yaml",
    dom_id: "#docs",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    // No badge: it would ask a server on the internet about the document.
    validatorUrl: null,
  });
});
