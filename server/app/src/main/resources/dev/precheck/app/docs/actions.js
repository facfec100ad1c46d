// Swagger UI lists the actions below a long introduction; this is the way to each of them.

/** Fills the panel with links to all actions, by tag, and opens it where there is room beside the page. */
export function listActions(panel, ui) {
  const contract = ui.specSelectors.specJson().toJS();
  const nav = panel.querySelector("nav");
  nav.replaceChildren(
    ...contract.tags.flatMap(({ name }) => [element("h2", name), links(contract, name, ui)]));
  const beside = window.matchMedia("(min-width: 70rem)");
  const fit = () => { panel.open = beside.matches; };
  beside.addEventListener("change", fit);
  // On a small screen the list would hide what was chosen from it.
  nav.addEventListener("click", fit);
  fit();
  panel.hidden = false;
}

function links(contract, tag, ui) {
  const list = document.createElement("ul");
  for (const operation of Object.values(contract.paths).flatMap(Object.values)) {
    if (operation.tags[0] === tag) {
      list.append(element("li", link(operation, tag, ui)));
    }
  }
  return list;
}

function link(operation, tag, ui) {
  const link = element("a", operation["x-oms-action"]);
  link.href = `#/${tag}/${operation.operationId}`;
  link.title = operation.summary;
  link.addEventListener("click", (event) => {
    // A new tab, for example, is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(tag, operation.operationId, ui);
  });
  return link;
}

function show(tag, id, ui) {
  ui.layoutActions.show(["operations-tag", tag], true);
  ui.layoutActions.show(["operations", tag, id], true);
  // Swagger UI has drawn it by the frame after the next.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const operation = document.getElementById(`operations-${tag}-${id}`);
    operation.scrollIntoView();
    operation.querySelector(".opblock-summary-control").focus({ preventScroll: true });
  }));
}

function element(name, content) {
  const made = document.createElement(name);
  made.append(content);
  return made;
}
