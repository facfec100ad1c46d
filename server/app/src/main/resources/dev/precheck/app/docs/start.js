// Files of their own: the page's policy allows no script within it.
import { listActions } from "./actions.js";

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

const ui = SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  // No badge: it would ask a server on the internet about the document.
  validatorUrl: null,
  onComplete: () => listActions(document.getElementById("actions"), ui),
});
