// Makes the page quicker and quieter; it works without. No cookie, no storage, no request to anybody else.
"use strict";
(() => {
  const PRESSES = 3;
  const WITHIN = 5000; // milliseconds for all presses: slow enough for a shaking hand
  const $ = (id) => document.getElementById(id);
  let busy = false;

  // --- leaving

  const blank = () => document.body.replaceChildren();

  const leave = () => {
    const to = $("exit").dataset.exit;
    blank(); // first, and in the same frame: the other page may take long to come
    location.replace(to);
  };

  let presses = [];
  let alone = false;
  document.addEventListener("keydown", (event) => {
    // A Shift that writes a capital letter is not a press.
    alone = event.key === "Shift" && (alone || !event.repeat);
    if (!alone) presses = [];
  }, true);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    const now = Date.now();
    presses = [...presses.filter((at) => now - at < WITHIN), now];
    if (presses.length >= PRESSES && $("exit")) leave();
  }, true);

  // A browser may keep a page in memory and show it again on Back: then there is to be nothing on it.
  addEventListener("pagehide", () => { if (document.body.classList.contains("chat")) blank(); });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // --- a turn without a reload

  const say = (key) => { if ($("status")) $("status").textContent = key ? $("status").dataset[key] : ""; };

  const show = (page) => {
    const typing = $("text").value !== "";
    const token = page.querySelector("#ask [name=token]").value;
    if (page.documentElement.lang !== document.documentElement.lang) {
      const typed = $("text").value;
      document.documentElement.lang = page.documentElement.lang;
      document.documentElement.dir = page.documentElement.dir;
      document.body.replaceWith(document.adoptNode(page.body));
      $("text").value = typed;
    } else {
      document.body.className = page.body.className;
      for (const id of ["answer", "after"]) $(id).replaceWith(document.adoptNode(page.getElementById(id)));
      $("ask").elements.token.value = token;
    }
    scrollTo(0, 0);
    if (typing) {
      $("text").focus({ preventScroll: true });
      say("new");
    } else {
      $("answer").focus({ preventScroll: true });
      say("");
    }
  };

  const turn = async (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    const typed = button.name ? "" : $("text").value;
    if (button.name) {
      fields.set(button.name, button.value);
      fields.delete("text"); // not sent yet: it stays in the box
    } else {
      $("text").value = "";
    }
    busy = true;
    $("answer").setAttribute("aria-busy", "true");
    say("wait");
    try {
      const response = await fetch(form.getAttribute("action"), { // form.action would be the buttons of that name
        method: "POST", body: fields, redirect: "manual",
        credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer",
      });
      if (response.type === "opaqueredirect") return leave();
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!page.getElementById("answer")) throw new Error();
      if (!response.ok && !$("text").value) $("text").value = typed;
      show(page);
    } catch {
      if (!$("text")) return; // left meanwhile
      if (!$("text").value) $("text").value = typed;
      $("answer").removeAttribute("aria-busy");
      say("offline");
    } finally {
      busy = false;
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.id === "exit") {
      event.preventDefault();
      leave();
    } else if (event.submitter) {
      event.preventDefault();
      if (!busy) turn(form, event.submitter);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "text" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    $("ask").requestSubmit($("ask").querySelector("button"));
  });

  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });

  document.documentElement.classList.add("scripts");
})();
