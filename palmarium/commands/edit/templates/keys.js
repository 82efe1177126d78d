// Keys of a palmarès: Enter and the arrows go from cell to cell, as in a spreadsheet; without them all is as it was.
(() => {
  const rows = [...document.querySelectorAll("fieldset.result")];
  const within = row => [...row.querySelectorAll("input, select")].filter(each => each.checkVisibility());
  const column = cell => cell.name.replace(/^(?:r\.\d+|n)\./, "");
  let found = "";

  const go = cell => {
    cell.focus();
    if (cell.select) cell.select();
  };
  const along = (row, cell, step) => {
    for (let at = rows.indexOf(row) + step; rows[at]; at += step) {
      const next = within(rows[at]).find(each => column(each) === column(cell));
      if (next) return next;
    }
  };
  const aside = (row, cell, step) => {
    const isAtEdge = cell.selectionStart === cell.selectionEnd && cell.selectionStart === (step < 0 ? 0 : cell.value.length);
    const isWhole = cell.value && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const cells = within(row);
    return isAtEdge || isWhole ? cells[cells.indexOf(cell) + step] : undefined;
  };
  const next = (event, row, cell) => {
    if (event.key === "Enter") return along(row, cell, event.shiftKey ? -1 : 1);
    // In a list of choices, and over the names that are offered while one types, the arrows choose.
    if (event.shiftKey || cell.tagName === "SELECT") return undefined;
    const isOffered = cell.list && cell.value !== found;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") return isOffered ? undefined : along(row, cell, event.key === "ArrowUp" ? -1 : 1);
    return event.key === "ArrowLeft" || event.key === "ArrowRight" ? aside(row, cell, event.key === "ArrowLeft" ? -1 : 1) : undefined;
  };

  document.addEventListener("focusin", event => { found = event.target.value; });
  document.addEventListener("keydown", event => {
    const cell = event.target, row = cell.closest("fieldset.result");
    const isOther = event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented;
    if (!row || isOther || !cell.matches("input, select")) return;
    const add = row.querySelector("button[value=add]");
    const isTyped = add && within(row).some(each => each.tagName === "INPUT" && each.value);
    const to = event.key === "Enter" && isTyped && !event.shiftKey ? undefined : next(event, row, cell);
    if (to) go(to);
    else if (event.key === "Enter" && isTyped) add.click();
    else if (event.key !== "Enter" || add) return;
    event.preventDefault();
  });
})();

// Keys of the desk, and where one is after a check or a save; without them all works.
(() => {
  const form = document.currentScript.previousElementSibling;
  const stored = "palmarium-field";
  const frame = form.querySelector("iframe"), told = document.getElementById("previewed");
  let last;

  // The field in which one typed is the one in which one types on, unless something has to be looked at first.
  const stay = button => {
    const here = button?.closest(".here");
    const name = here ? here.id.replace(/\.told$/, "") : last?.name;
    if (here || button?.closest(".bar")) {
      if (name) sessionStorage.setItem(stored, JSON.stringify([location.pathname, name, last?.name === name ? last.selectionStart : null]));
    } else if (button?.name === "do") sessionStorage.removeItem(stored);
  };
  const back = () => {
    const [path, name, at] = JSON.parse(sessionStorage.getItem(stored) ?? "[]");
    if (document.querySelector("[role=alert]")) return;
    sessionStorage.removeItem(stored);
    const field = path === location.pathname && form.elements.namedItem(name);
    if (!field) return;
    field.closest("details")?.setAttribute("open", "");
    if (Number.isInteger(at)) field.setSelectionRange(at, at);
    field.focus();
    // WebKit gives the focus to what has `autofocus` only now, and takes it from the field.
    addEventListener("load", () => { if (document.activeElement?.hasAttribute("autofocus")) field.focus(); });
  };
  const announce = () => {
    told.hidden = false;
    told.textContent = "";
    frame.addEventListener("load", () => { told.textContent = told.dataset.says; }, {once: true});
    if (frame.getBoundingClientRect().top > innerHeight / 2) document.getElementById("shown").scrollIntoView();
  };

  const show = event => {
    const link = event.target.closest("a[data-spot]"), field = link && form.querySelector(link.hash);
    if (!field) return;
    event.preventDefault();
    const [from, to] = link.dataset.spot.split(" ").map(Number);
    // A browser scrolls to the caret of a field that is focused, and not to what is selected in it.
    field.setSelectionRange(from, from);
    field.focus();
    field.setSelectionRange(from, to);
  };

  form.addEventListener("click", show);
  form.addEventListener("focusin", event => { if (event.target.matches("input, select, textarea")) last = event.target; });
  // Whoever leaves is asked, while something typed is saved nowhere.
  let isSent = false;
  const isChanged = field => field.options ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(each => each.defaultSelected)) : field.value !== field.defaultValue;
  const fields = () => [...form.elements].filter(each => each.matches("input:not([type=hidden], [type=file], [type=checkbox]), textarea:not([hidden]), select"));
  const isTyped = () => "unsaved" in form.dataset || fields().some(isChanged);
  addEventListener("beforeunload", event => { if (!isSent && isTyped()) event.preventDefault(); });
  addEventListener("pageshow", () => { isSent = false; });

  form.addEventListener("submit", event => {
    if (event.submitter?.value === "preview") return announce();
    isSent = true;
    stay(event.submitter);
  });
  document.addEventListener("keydown", event => {
    const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.isComposing;
    const does = isOurs && {s: "save", enter: "check"}[event.key?.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    if (!event.repeat) form.requestSubmit(form.querySelector(`.bar [value=${does}]`));
  });
  document.querySelectorAll(".keys").forEach(each => each.removeAttribute("hidden"));
  back();
})();
