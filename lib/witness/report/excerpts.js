// In the edition of excerpts only: what a page says where it leaves words out.

// Words left out stand in the texts as characters that are none; a reader sees how many they are.
const wholeForeign = foreign;
foreign = (text) => wholeForeign(text.replace(/\ufdd0(?:[^\p{L}\p{M}\p{N}]*\ufdd0)?/gu, (run) => {
  const count = run.match(/\ufdd0+/g).length;
  return `[${counted(count)} word${count === 1 ? "" : "s"}]`;
}));

// An address whose words are left out, or begin so, leads to the gap and says so.
function openGap() {
  const place = address(location.hash);
  const gap = place && [...document.querySelectorAll(".source .gap")].find((each) =>
    each.closest("[data-article]").dataset.article === place.key && each.dataset.start < place.end && place.start < each.dataset.end);
  if (!gap) return;
  say(`This edition shows excerpts: of the words at ${place.key}:${place.start}-${place.end} it leaves some out, or all.`);
  gap.scrollIntoView({ block: "center" });
}
setTimeout(openGap);
addEventListener("hashchange", () => setTimeout(openGap));
