// Search as you type over what the catalog holds (catalog.js), in both languages at once.
"use strict";
(function () {
	const input = document.getElementById("query"), list = document.getElementById("results"), count = document.getElementById("count");
	if (!input) return;
	const body = document.body.dataset, say = JSON.parse(document.getElementById("words").textContent);
	const most = 40;

	// fold makes spellings equal that mean the same.
	function fold(s) {
		return s.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();
	}

	// bare leaves out the quotes around a text, and its stop.
	function bare(s) { return s.replace(/^["']+|["'.。]+$/g, ""); }

	// Each item: [what, name, page, sentence, 中文, more words].
	const items = oss403catalog.map(function (item) {
		const apart = item[0] === "message" || item[0] === "ec" ? "" : item[1].replace(/([a-z])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
		return {
			what: item[0], name: item[1], page: item[2], sentence: [item[3], item[4]],
			folded: bare(fold(item[1])), text: fold(item[1] + " " + apart + " " + item[3] + " " + item[4] + " " + item[5]),
			// what stands around the braces of a message of which a part varies
			parts: item[0] === "message" ? fold(item[1]).split(/\{[^}]*\}/).filter(function (p) { return p.length > 3; }) : [],
		};
	});
	const weight = { kind: 40, reason: 36, code: 30, ec: 20, message: 25 };

	// pieces are what has to be found: words, and of Chinese, which has no blanks, pairs.
	function pieces(query) {
		const found = [];
		for (const word of query.split(/[\s,;，。；：]+/)) {
			for (const run of word.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) || []) {
				if (/[\u3400-\u9fff]/.test(run) && run.length > 2) {
					for (let i = 0; i + 1 < run.length; i++) found.push(run.slice(i, i + 2));
				} else found.push(run);
			}
		}
		return found;
	}

	// score says how well an item fits, 0 if it does not.
	function score(item, query, words) {
		let base = weight[item.what];
		if (item.folded === query) return base + 1000;
		if (item.folded.startsWith(query)) return base + 600;
		if (item.parts.length && query.length > 8 && item.parts.every(function (p) { return query.includes(bare(p.trim())); })) return base + 800 + Math.min(item.folded.length, 190);
		if (item.folded.includes(query)) return base + 500 - Math.min(item.folded.length, 99);
		if (item.text.includes(query)) return base + 300;
		let hits = 0;
		for (const w of words) {
			if (item.folded.includes(w)) hits += 1.2;
			else if (item.text.includes(w)) hits += 1;
		}
		const share = hits / words.length;
		if (share >= 1) return base + 100 * share;
		return words.length > 2 && share >= 0.6 ? base + 60 * share : 0;
	}

	// distance is the number of letters to change, to insert or to delete.
	function distance(a, b) {
		let row = Array.from({ length: b.length + 1 }, function (_, i) { return i; });
		for (let i = 1; i <= a.length; i++) {
			const next = [i];
			for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
			row = next;
		}
		return row[b.length];
	}

	function find(text) {
		const query = bare(fold(text));
		if (!query) return null;
		const words = pieces(query);
		let found = [];
		for (const item of items) {
			const s = score(item, query, words);
			if (s > 0) found.push({ item: item, score: s });
		}
		if (!found.length && query.length > 3 && query.length < 60) {
			for (const item of items) {
				const d = item.what === "message" ? 99 : distance(query, item.folded);
				if (d <= Math.min(query.length, item.folded.length) / 3) found.push({ item: item, score: 100 - d });
			}
		}
		found.sort(function (a, b) { return b.score - a.score; });
		return { found: found.slice(0, most).map(function (f) { return f.item; }), words: [query].concat(words) };
	}

	// marked is a text with what was looked for in it marked.
	function marked(text, words) {
		const span = document.createElement("span"), lower = text.toLowerCase();
		let at = -1, length = 0;
		for (const w of words) {
			at = lower.indexOf(w);
			if (at >= 0) { length = w.length; break; }
		}
		if (at < 0) { span.textContent = text; return span; }
		const mark = document.createElement("mark");
		mark.textContent = text.slice(at, at + length);
		span.append(text.slice(0, at), mark, text.slice(at + length));
		return span;
	}

	function show() {
		const result = find(input.value);
		list.replaceChildren();
		list.hidden = !result;
		document.body.classList.toggle("searching", !!result);
		count.textContent = "";
		if (!result) return;
		count.textContent = result.found.length === 1 ? say.result : say.results.replace("%", result.found.length);
		if (!result.found.length) {
			const none = document.createElement("li");
			none.className = "none";
			none.textContent = say.noResult;
			list.append(none);
		}
		for (const item of result.found) {
			const li = document.createElement("li"), a = document.createElement("a");
			a.href = body.home + item.page;
			const type = document.createElement("span"), name = marked(item.name, result.words), what = marked(item.sentence[body.lang === "zh" ? 1 : 0], result.words);
			type.className = "type";
			type.textContent = say[item.what];
			name.className = "name";
			what.className = "what";
			a.append(type, name, what);
			li.append(a);
			list.append(li);
		}
	}

	input.addEventListener("input", show);
	input.addEventListener("keydown", function (e) {
		if (e.key === "Escape") { input.value = ""; show(); }
		const first = list.querySelector("a");
		if (e.isComposing || !first) return;
		if (e.key === "ArrowDown") { e.preventDefault(); first.focus(); }
		if (e.key === "Enter") { e.preventDefault(); first.click(); }
	});
	// A whole error is for the other box.
	input.addEventListener("paste", function (e) {
		const text = e.clipboardData.getData("text");
		if (window.oss403paste && (text.trim().includes("\n") || text.length > 200)) {
			e.preventDefault();
			window.oss403paste(text);
		}
	});
	list.addEventListener("keydown", function (e) {
		const links = Array.from(list.querySelectorAll("a")), i = links.indexOf(document.activeElement);
		if (e.key === "ArrowDown" && i + 1 < links.length) { e.preventDefault(); links[i + 1].focus(); }
		if (e.key === "ArrowUp") { e.preventDefault(); (i > 0 ? links[i - 1] : input).focus(); }
		if (e.key === "Escape") { input.focus(); input.value = ""; show(); }
	});
	document.addEventListener("keydown", function (e) {
		if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
		e.preventDefault();
		input.focus();
		input.select();
	});
	// A reason that the address names is opened.
	function open() {
		const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
		if (target && target.tagName === "DETAILS") target.open = true;
	}
	window.addEventListener("hashchange", open);
	open();
	if (input.value) show(); // the browser went back to this page
})();
