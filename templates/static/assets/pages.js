// What makes two kinds of page handier where there is script: the contacts can be filtered, and checklists
// remember what is done. Without it the whole list is there, and the checklist is a list.

const folded = (text) => text.toLocaleLowerCase("nb").normalize("NFKC");

function filterContacts() {
  const form = document.querySelector(".hb-filter");
  if (!form) return;
  const rows = [...document.querySelectorAll(".hb-contacts tbody tr")];
  const words = rows.map((row) => folded(`${row.textContent} ${row.dataset.find}`));
  const told = form.querySelector("[role=status]");
  const show = () => {
    const { q, kind, area, vacant } = form.elements;
    const asked = folded(q.value).split(/\s+/).filter(Boolean);
    rows.forEach((row, number) => {
      row.hidden = !(
        asked.every((word) => words[number].includes(word)) &&
        (!kind.value || row.dataset.kind === kind.value) &&
        (!area.value || row.dataset.area === area.value) &&
        (!vacant.checked || "vacant" in row.dataset)
      );
    });
    for (const table of document.querySelectorAll(".hb-contacts")) {
      const block = table.closest(".hb");
      const empty = !table.querySelector("tbody tr:not([hidden])");
      table.hidden = empty;
      // The first table shares its block with what stands above it, and has its heading inside no block.
      if (block.previousElementSibling?.tagName === "H2") block.previousElementSibling.hidden = empty;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    told.textContent = told.dataset.count.replace("{count}", shown).replace("{total}", rows.length);
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

function rememberChecklist() {
  const list = document.querySelector("[data-checklist]");
  if (!list) return;
  const key = `handbok:${location.pathname}`;
  let done;
  try {
    done = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return; // A browser that keeps nothing shows the plain list.
  }
  const items = [...document.querySelectorAll(".hb-todo > li[data-item]")];
  const tell = () => {
    list.textContent = list.dataset.checklist.replace("{done}", done.size).replace("{total}", items.length);
  };
  for (const item of items) {
    const name = item.dataset.item;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: done.has(name) });
    const text = item.querySelector(".hb-todo__text");
    box.setAttribute("aria-labelledby", text.id);
    box.addEventListener("change", () => {
      box.checked ? done.add(name) : done.delete(name);
      localStorage.setItem(key, JSON.stringify([...done]));
      tell();
    });
    text.addEventListener("click", (event) => event.target.closest("a") || box.click());
    item.classList.add("hb-todo--box");
    item.prepend(box);
  }
  done = new Set([...done].filter((name) => items.some((item) => item.dataset.item === name)));
  list.hidden = false;
  tell();
}

filterContacts();
rememberChecklist();

for (const button of document.querySelectorAll(".hb-print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
