// The self-test: tries on this device what the student file needs, and says line by line whether it works.

const given = JSON.parse(document.querySelector("script.given").textContent);
const tried = {
  script: () => true,
  checks: () => {
    const texts = given.texts.map((each) => views.exercises.readText(...each));
    return given.cases.every(([id, answer, ...expected]) => {
      const found = views.exercises.verdict(given.items.find((item) => item.id === id), answer, texts, given.lexicon);
      return expected.every((each, at) => each === found[at]);
    });
  },
  storage: () => {
    localStorage.setItem("witness self-test", "kept");
    const kept = localStorage.getItem("witness self-test");
    localStorage.removeItem("witness self-test");
    return kept === "kept";
  },
  file: () => "download" in document.createElement("a") && typeof DOMParser === "function",
  print: () => typeof print === "function",
};

for (const place of document.querySelectorAll("[data-try]")) {
  let works = false;
  try {
    works = tried[place.dataset.try]();
  } catch {
    works = false; // whatever is refused does not work here
  }
  place.textContent = works ? given.good : given.bad;
  place.dataset.works = String(works);
}
