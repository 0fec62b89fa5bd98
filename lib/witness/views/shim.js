// Brings views to life in a page: gives each the model it would have in JupyterLab, and nothing more.

class Model {
  constructor(values) {
    this.values = values;
    this.listeners = [];
  }
  get(name) {
    return this.values[name];
  }
  set(name, value) {
    if (this.values[name] === value) return;
    this.values[name] = value;
    for (const [event, call] of [...this.listeners]) if (event === `change:${name}` || event === "change") call();
  }
  on(event, call) {
    this.listeners.push([event, call]);
  }
  off(event, call) {
    this.listeners = this.listeners.filter(([of, called]) => of !== event || (call && called !== call));
  }
  save_changes() {}
}

// Two places that show the same view share its model, within one notebook's page.
function enliven(views) {
  const models = new Map();
  for (const place of document.querySelectorAll(".witness-view[data-view]")) {
    const name = `${place.closest("[data-page]")?.dataset.page} ${place.dataset.model}`;
    const payload = place.querySelector("script[type='application/json']");
    if (!models.has(name)) models.set(name, new Model(JSON.parse(payload.textContent)));
    const alive = element("div", { class: "on-screen" });
    views[place.dataset.view].render({ model: models.get(name), el: alive });
    place.append(alive);
    place.classList.add("alive");
  }
}
