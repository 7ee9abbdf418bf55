
"use strict";
(() => {
  const SIGNS = { conflict: "≠", update: "→", agree: "=", scope: "◫" };
  const ORDER = ["conflict", "update", "agree", "scope"];
  const loaded = new WeakMap();
  const block = document.getElementById("lines");
  let lines = null;
  const line = (details) => {
    lines ??= block.textContent.split("\n");
    return lines[Number(details.dataset.line)];
  };

  // Everything of an article goes into the page through here: as text, never as markup.
  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const inside = (text, href) => {
    const link = make("a", text);
    if (href.startsWith("#")) link.setAttribute("href", href);
    return link;
  };

  const load = (details) => {
    if (loaded.has(details)) return loaded.get(details);
    const data = JSON.parse(line(details));
    const text = details.querySelector(".text");
    const begun = new Set();
    for (const [words, covering] of data.parts) {
      if (!covering.length) { text.append(words); continue; }
      const verdicts = covering.map((number) => data.claims[number].mark);
      const verdict = ORDER.find((each) => verdicts.includes(each)) || "";
      const mark = make("mark", words, { tabindex: "0", role: "button", "data-claims": covering.join(" ") });
      if (verdict) mark.className = verdict;
      if (SIGNS[verdict] && covering.some((number) => !begun.has(number))) mark.dataset.sign = SIGNS[verdict];
      covering.forEach((number) => begun.add(number));
      text.append(mark);
    }
    if (data.claims.length) {
      details.querySelector("aside").append(make("div", "Choose a marked statement.", { class: "note" }));
    }
    loaded.set(details, data);
    return data;
  };

  const evidence = (item) => {
    const figure = make("figure", "", { class: "evidence" });
    const quote = make("blockquote", "", { dir: "auto" });
    quote.append(make("span", item.before, { class: "around" }), make("mark", item.quote), make("span", item.after, { class: "around" }));
    const caption = make("figcaption");
    for (const [name, text] of [["who", item.who], ["outlet", item.outlet], ["copy", item.copy && `copy of ${item.copy}`], ["date", item.date]]) {
      if (text) caption.append(make("span", text, { class: name }));
    }
    const ways = make("span", "", { class: "ways" });
    ways.append(inside("in the article", item.link), " ");
    if (/^https?:/i.test(item.url)) {
      ways.append(make("a", "source\u00a0↗", { href: item.url, rel: "noopener noreferrer", target: "_blank" }), " ");
    }
    ways.append(make("span", item.span, { class: "span" }));
    caption.append(ways);
    figure.append(quote, caption);
    return figure;
  };

  const loadQuotes = (details) => {
    if (loaded.has(details)) return;
    loaded.set(details, true);
    details.append(...JSON.parse(line(details)).map(evidence));
  };

  const claimSection = (claim) => {
    const section = make("section");
    section.append(make("h4", claim.text, { dir: "auto" }));
    const list = make("dl");
    for (const [name, value] of claim.facts) list.append(make("dt", name), make("dd", value));
    if (claim.cluster) {
      const state = make("dd");
      const words = `${claim.cluster.status}: ${claim.cluster.size}`;
      state.append(claim.cluster.link ? inside(words, claim.cluster.link) : words);
      list.append(make("dt", "fact"), state);
    }
    section.append(list);
    for (const relation of claim.relations) {
      const block = make("div", "", { class: "relation" });
      const head = make("p");
      const chip = make("span", relation.label, { class: "chip" });
      if (ORDER.includes(relation.verdict)) chip.classList.add(relation.verdict);
      head.append(chip, " ", make("b", relation.outlet), ` ${relation.day}`);
      block.append(head, make("q", relation.quote, { dir: "auto" }), make("p", relation.reason));
      const ways = make("p", "", { class: "ways" });
      if (relation.link) ways.append(inside("in its article", relation.link));
      if (relation.card) ways.append(inside("the finding", relation.card));
      ways.append(make("code", relation.id));
      block.append(ways);
      section.append(block);
    }
    return section;
  };

  const choose = (details, numbers) => {
    const data = load(details);
    const wanted = new Set(numbers);
    let first = null;
    for (const mark of details.querySelectorAll(".text mark")) {
      const hit = mark.dataset.claims.split(" ").some((number) => wanted.has(Number(number)));
      mark.classList.toggle("hit", hit);
      if (hit && !first) first = mark;
    }
    const panel = make("div");
    for (const number of wanted) panel.append(claimSection(data.claims[number]));
    details.querySelector("aside").replaceChildren(panel);
    return first;
  };

  const route = () => {
    const hash = location.hash.slice(1);
    if (hash.startsWith("find=")) { find(new URLSearchParams(hash)); return; }
    if (!hash.startsWith("article=")) { reveal(hash); return; }
    const wanted = new URLSearchParams(hash);
    const details = document.getElementById(`article-${wanted.get("article")}`);
    if (!details || details.tagName !== "DETAILS") return;
    for (let each = details; each; each = each.parentElement) each.hidden = false;
    details.open = true;
    const data = load(details);
    const number = data.claims.findIndex((claim) => claim.key === wanted.get("claim"));
    const target = number >= 0 ? choose(details, [number]) : details.querySelector("summary");
    if (!target) return;
    const show = () => target.scrollIntoView({ block: number >= 0 ? "center" : "start", behavior: "instant" });
    show();
    // Cards above get their real heights once they come near, which moves the target.
    requestAnimationFrame(() => { show(); target.focus({ preventScroll: true }); });
  };

  // What a link leads to may be folded away or filtered out.
  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target || !target.closest("main")) return;
    for (let each = target; each; each = each.parentElement) {
      each.hidden = false;
      if (each.tagName === "DETAILS") each.open = true;
    }
    target.scrollIntoView({ block: target.tagName === "LI" ? "center" : "start", behavior: "instant" });
    if (target.tabIndex >= -1 && target.hasAttribute("tabindex")) target.focus({ preventScroll: true });
  };

  // "#find=words&outlets=0&with=2" sets the filters, so that a search can be shared.
  const find = (wanted) => {
    form.reset();
    for (const field of form.elements) {
      const value = field.name === "q" ? wanted.get("find") : wanted.get(field.name);
      if (field.name && value) field.value = value;
    }
    form.querySelector(".more").open = true;
    filter();
    form.scrollIntoView({ block: "start", behavior: "instant" });
    form.elements.q.focus({ preventScroll: true });
  };

  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (details.open && details.classList.contains("article")) load(details);
    if (details.open && details.classList.contains("quotes")) loadQuotes(details);
  }, true);

  const activate = (event) => {
    const mark = event.target.closest(".text mark");
    if (!mark) return;
    event.preventDefault();
    choose(mark.closest("details"), mark.dataset.claims.split(" ").map(Number));
  };
  document.addEventListener("click", (event) => {
    activate(event);
    const link = event.target.closest("a[href^='#']");
    // A second click on the same link changes no address, yet should lead there again.
    if (link && link.getAttribute("href") === location.hash) route();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") activate(event);
  });
  window.addEventListener("hashchange", route);

  const form = document.querySelector(".filter");
  const items = [...document.querySelectorAll(".card, .article")];
  const texts = new WeakMap();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const kept = [item, ...item.querySelectorAll("[data-line]")].filter((each) => each.dataset.line);
      texts.set(item, [item.textContent, ...kept.map(line)].join("\n").toLowerCase());
    }
    return texts.get(item);
  };
  const has = (item, name, value) => !value || (item.dataset[name] || "").split(" ").includes(value);
  const within = (item, from, to) =>
    (!from && !to) || (item.dataset.days || "").split(" ").some((day) => day && (!from || day >= from) && (!to || day <= to));

  const between = (item, wanted) => {
    if (!wanted.with) return true;
    if (!wanted.outlets) return has(item, "outlets", wanted.with);
    const pair = [wanted.outlets, wanted.with].sort((a, b) => a - b).join("-");
    return has(item, "pairs", pair);
  };

  const address = ({ q, ...others }) => {
    const chosen = Object.entries(others).filter(([, value]) => value);
    return `#${new URLSearchParams([["find", q.trim()], ...chosen])}`;
  };

  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const query = wanted.q.trim().toLowerCase();
    const active = Object.values(wanted).some((value) => value.trim());
    let shown = 0;
    for (const item of items) {
      const fits = ["kinds", "status", "outlets", "speakers"].every((name) => has(item, name, wanted[name])) &&
        between(item, wanted) && within(item, wanted.from, wanted.to) && (!query || textOf(item).includes(query));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const section of document.querySelectorAll("main > section")) {
      const own = [...section.querySelectorAll(".card, .article")];
      section.hidden = active && own.every((item) => item.hidden);
    }
    for (const story of document.querySelectorAll(".story")) {
      story.hidden = active && [...story.querySelectorAll(".article")].every((item) => item.hidden);
    }
    form.classList.toggle("active", active);
    const output = form.querySelector("output");
    output.textContent = !active ? "" : shown ? `${shown} of ${items.length} findings and articles` : "Nothing fits; clear a filter.";
    if (shown && active) output.append(" ", inside("link to this view", address(wanted)));
  };
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  form.querySelector(".more").open = matchMedia("(min-width: 60rem)").matches;

  // A printed page cannot be unfolded; copies and readings stay folded, which are named anyway. Of
  // a large case only disputes and updates are printed, unless a filter has chosen something.
  window.addEventListener("beforeprint", () => {
    const large = items.length > 400 && !form.classList.contains("active");
    document.body.classList.toggle("large", large);
    for (const card of document.querySelectorAll(large ? ".card.conflict, .card.update" : ".card, .pictures")) {
      if (card.hidden) continue;
      for (const details of card.querySelectorAll("details:not(.same, .basis)")) {
        details.open = true;
        if (details.classList.contains("quotes")) loadQuotes(details);
      }
    }
  });
  route();
})();
