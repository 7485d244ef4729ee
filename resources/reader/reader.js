"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const articles = all("article");
  let languages = data.languages.slice(0, 1);
  let place = 0;

  // What is shown: one document, one or two languages, with or without the changes.
  const show = (index) => {
    place = Math.max(0, Math.min(index, articles.length - 1));
    articles.forEach((article, at) => { article.hidden = at !== place; });
    all("nav [data-of]").forEach((link) => link.classList.toggle("hidden", Number(link.dataset.of) !== place));
    all("nav .doc").forEach((link, at) => link.setAttribute("aria-current", String(at === place)));
    fit();
  };
  const fit = () => {
    const article = articles[place];
    const held = (article.dataset.languages || "").split(" ").filter(Boolean);
    const shown = languages.filter((tag) => held.includes(tag));
    const wanted = shown.length ? shown : held.slice(0, 1);
    article.classList.toggle("two", wanted.length === 2);
    all(".w", article).forEach((words) => { words.style.display = wanted.includes(words.lang) ? "block" : "none"; });
    if (wanted.length === 2) all(".prov", article).forEach((provision) => {
      all(".w", provision).forEach((words) => { words.style.order = String(wanted.indexOf(words.lang)); });
    });
    all("#languages button").forEach((button) => {
      button.setAttribute("aria-pressed", String(wanted.includes(button.dataset.tag)));
      button.disabled = !held.includes(button.dataset.tag);
    });
    $("changes").disabled = !article.dataset.against;
    $("changes").setAttribute("aria-pressed", String(article.classList.contains("redline")));
  };
  const go = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const article = target && target.closest("article");
    show(article ? articles.indexOf(article) : place);
    all(".here").forEach((each) => each.classList.remove("here"));
    if (target && target !== article) { target.classList.add("here"); target.scrollIntoView({ block: "center" }); }
    else if (article) { window.scrollTo(0, 0); }
    $("contents").classList.remove("open");
  };
  window.addEventListener("hashchange", go);

  all("#languages button").forEach((button) => button.addEventListener("click", (event) => {
    const tag = button.dataset.tag;
    const both = event.ctrlKey || event.metaKey || $("beside").getAttribute("aria-pressed") === "true";
    if (!both) languages = [tag];
    else if (languages.includes(tag)) languages = languages.length > 1 ? languages.filter((each) => each !== tag) : languages;
    else languages = [...languages.slice(-1), tag];
    fit();
  }));
  $("beside").addEventListener("click", () => {
    const on = $("beside").getAttribute("aria-pressed") !== "true";
    $("beside").setAttribute("aria-pressed", String(on));
    const held = (articles[place].dataset.languages || "").split(" ");
    const other = held.find((tag) => !languages.includes(tag));
    languages = on && other ? [languages[0], other] : languages.slice(0, 1);
    fit();
  });
  $("changes").addEventListener("click", () => { articles[place].classList.toggle("redline"); fit(); });
  $("menu").addEventListener("click", () => $("contents").classList.toggle("open"));
  let size = 18;
  const resize = (step) => { size = Math.max(13, Math.min(30, size + step)); root.style.setProperty("--size", `${size}px`); };
  $("smaller").addEventListener("click", () => resize(-1));
  $("larger").addEventListener("click", () => resize(1));
  $("theme").addEventListener("click", () => { root.dataset.theme = root.dataset.theme === "dark" ? "" : "dark"; });
  if (window.matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";

  // Search: every word must stand in the passage, whatever the script, the width or the case of its letters.
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  let passages = null;
  const gather = () => all(".leaf").map((leaf) => ({ leaf, folded: fold(leaf.textContent) }));
  const excerpt = (text, words) => {
    const folded = fold(text);
    const at = words.reduce((best, word) => { const found = folded.indexOf(word); return found >= 0 && (best < 0 || found < best) ? found : best; }, -1);
    const from = Math.max(0, at - 50);
    return (from ? "…" : "") + text.slice(from, from + 170) + (from + 170 < text.length ? "…" : "");
  };
  const marked = (text, words) => {
    const line = document.createElement("span");
    const folded = fold(text);
    let at = 0;
    while (at < text.length && folded.length === text.length) {
      const next = words.map((word) => [folded.indexOf(word, at), word]).filter(([found]) => found >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      line.append(text.slice(at, next[0]));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next[0], next[0] + next[1].length);
      line.append(mark);
      at = next[0] + next[1].length;
    }
    line.append(text.slice(at));
    return line;
  };
  const search = () => {
    const words = fold($("query").value.slice(0, 200)).split(/\s+/).filter(Boolean);
    const list = $("found");
    list.replaceChildren();
    list.hidden = !words.length;
    if (!words.length) return;
    passages = passages || gather();
    const hits = passages.filter(({ folded }) => words.every((word) => folded.includes(word)));
    const told = document.createElement("p");
    told.textContent = hits.length ? `${hits.length} found` : "Nothing was found.";
    list.append(told);
    hits.slice(0, 100).forEach(({ leaf }) => {
      const target = leaf.closest("[id]");
      const link = document.createElement("a");
      link.href = `#${encodeURIComponent(target.id)}`;
      const where = document.createElement("small");
      where.textContent = target.closest("article").querySelector("h2").textContent;
      link.append(where, marked(excerpt(leaf.textContent, words), words));
      link.addEventListener("click", () => { if (leaf.lang && !languages.includes(leaf.lang)) languages = [leaf.lang]; fit(); });
      list.append(link);
    });
  };
  let waiting = 0;
  $("query").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  $("query").addEventListener("keydown", (event) => { if (event.key === "Escape") { $("query").value = ""; search(); } });

  // SHA-256 (FIPS 180-4), so that the check needs nothing of the browser but arithmetic.
  const primes = []; for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const part = (value) => ((value - Math.floor(value)) * 4294967296) | 0;
  const START = primes.slice(0, 8).map((p) => part(Math.sqrt(p)));
  const ROUND = primes.map((p) => part(Math.cbrt(p)));
  const sha256 = (bytes) => {
    const length = bytes.length, padded = new Uint8Array(((length + 8 >> 6) + 1) << 6);
    padded.set(bytes); padded[length] = 128;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 536870912)); view.setUint32(padded.length - 4, length << 3);
    const hash = START.slice(), words = new Int32Array(64);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let at = 0; at < padded.length; at += 64) {
      for (let i = 0; i < 64; i++) {
        if (i < 16) { words[i] = view.getInt32(at + i * 4); continue; }
        const a = words[i - 15], b = words[i - 2];
        words[i] = (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)) + words[i - 16];
      }
      let [a, b, c, d, e, f, g, h] = hash;
      for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => { hash[i] = (hash[i] + value) | 0; });
    }
    const out = new DataView(new ArrayBuffer(32));
    hash.forEach((value, i) => out.setInt32(i * 4, value));
    return new Uint8Array(out.buffer);
  };
  const joined = (...parts) => {
    const whole = new Uint8Array(parts.reduce((sum, each) => sum + each.length, 0));
    let at = 0;
    parts.forEach((each) => { whole.set(each, at); at += each.length; });
    return whole;
  };
  const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  const merkle = (leaves) => {
    let level = leaves.map((leaf) => sha256(joined([0], leaf)));
    if (!level.length) return hex(sha256(new Uint8Array()));
    while (level.length > 1) {
      const next = [];
      for (let i = 0; i + 1 < level.length; i += 2) next.push(sha256(joined([1], level[i], level[i + 1])));
      if (level.length % 2) next.push(level[level.length - 1]);
      level = next;
    }
    return hex(level[0]);
  };
  const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const isSigned = async () => {
    if (!data.signature) return "no";
    try {
      const key = await crypto.subtle.importKey("raw", bytesOf(data.public_key), "Ed25519", false, ["verify"]);
      const fits = await crypto.subtle.verify("Ed25519", key, bytesOf(data.signature), new TextEncoder().encode(data.signed));
      return fits ? "yes" : "bad";
    } catch { return "unknown"; }
  };
  const check = async () => {
    const seal = $("seal"), encoder = new TextEncoder();
    const leaves = all(".leaf").map((leaf) => encoder.encode(JSON.stringify([leaf.dataset.key, leaf.textContent])));
    const told = JSON.parse(data.signed);
    const isWhole = leaves.length === told.tables.page[0] && merkle(leaves) === told.tables.page[1];
    const signature = await isSigned();
    const key = data.key_id.replace(/(.{4})(?=.)/g, "$1 ");
    const sentences = {
      yes: `Signed with the key ${key}; compare it with the one the secretariat has printed.`,
      bad: "The signature does not belong to these texts.",
      unknown: "This browser cannot check signatures; JWG Desk can.",
      no: "It is not signed, so that anybody could have made it.",
    };
    const fine = isWhole && signature !== "bad";
    seal.className = fine ? "ok" : "bad";
    seal.replaceChildren();
    const line = document.createElement("strong");
    line.textContent = fine ? `All ${leaves.length} passages are as they were when this page was made. `
      : isWhole ? "This page is not as it was signed. " : "Passages of this page are not as they were when it was made. ";
    const rest = document.createElement("span");
    rest.textContent = `${sentences[signature]} Whoever changes a page can change its check as well: the pack in JWG Desk proves more. Fingerprint: `;
    const code = document.createElement("code");
    code.textContent = told.tables.page[1];
    seal.append(line, rest, code);
    seal.dataset.result = fine ? "ok" : "changed";
    seal.dataset.signature = signature;
  };
  $("check").addEventListener("click", check);
  $("print").addEventListener("click", () => window.print());
  show(0);
  go();
  check();
})();
