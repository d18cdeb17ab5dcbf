// The box: explains a pasted 403 by the library, in the browser (library.js holds it as WebAssembly)
// or at the server of oss403 web. It says nothing of its own and sends nothing anywhere else.
"use strict";
(function () {
	const $ = function (id) { return document.getElementById(id); };
	const text = $("text"), button = $("explain"), state = $("state"), out = $("answer"), clear = $("clear");
	const body = document.body.dataset, say = JSON.parse($("words").textContent);
	const most = 1 << 20;

	const example = [
		"HTTP/1.1 403 Forbidden", "Server: AliyunOSS", "x-oss-request-id: 684B00C0FFEE00C0FFEE0001", "", "<Error>", "  <Code>AccessDenied</Code>",
		"  <Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message>",
		"  <RequestId>684B00C0FFEE00C0FFEE0001</RequestId>", "  <HostId>examplebucket.oss-cn-hangzhou.aliyuncs.com</HostId>", "  <Bucket>examplebucket</Bucket>",
		"  <Endpoint>oss-cn-beijing.aliyuncs.com</Endpoint>", "  <EC>0003-00001403</EC>", "</Error>",
	].join("\n");

	function script(name) {
		return new Promise(function (done, failed) {
			const s = document.createElement("script");
			s.src = body.root + "assets/" + name;
			s.onload = done;
			s.onerror = function () { failed(new Error(name)); };
			document.head.append(s);
		});
	}

	// library loads the WebAssembly, once. It stands in a script, compressed, in base64: a page from a
	// disk may load scripts and nothing else, and a page that may connect to nothing needs no exception.
	let loaded;
	function library() {
		return loaded ||= (async function () {
			state.textContent = say.loading;
			await Promise.all([script("wasm_exec.js"), script("library.js")]);
			const packed = Uint8Array.from(atob(oss403library), function (c) { return c.charCodeAt(0); });
			const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
			const go = new Go(), wasm = await WebAssembly.instantiate(await new Response(stream).arrayBuffer(), go.importObject);
			go.run(wasm.instance).then(function () { loaded = undefined; }); // it ends only if it fails
		})().catch(function (err) { loaded = undefined; throw err; });
	}

	async function ask(input) {
		if (body.mode === "server") {
			const answer = await fetch(body.root + "explain?lang=" + body.lang, { method: "POST", body: input, headers: { "Content-Type": "text/plain;charset=utf-8" } });
			if (!answer.ok) throw new Error(answer.status + " " + await answer.text());
			return answer.json();
		}
		await library();
		return JSON.parse(oss403explain(input, body.lang));
	}

	// el makes an element. Texts are texts, whatever is in them.
	function el(tag, attributes) {
		const e = document.createElement(tag);
		Object.assign(e, attributes);
		for (let i = 2; i < arguments.length; i++) if (arguments[i]) e.append(arguments[i]);
		return e;
	}

	function section(s) {
		const part = el("section", {});
		if (s.heading) part.append(el("h3", { textContent: s.heading }));
		const entries = s.entries || [];
		if (s.code) part.append(el("pre", { tabIndex: 0 }, el("code", { textContent: s.code })));
		else if (s.ordered) part.append(el("ol", {}, ...entries.map(function (e) { return el("li", { textContent: e.text }); })));
		else if (entries.some(function (e) { return e.url; })) {
			part.append(el("ul", { className: "links" }, ...entries.map(function (e) { return el("li", {}, el("a", { href: e.url, rel: "noreferrer", textContent: e.text })); })));
		} else if (!s.heading) {
			part.append(el("dl", { className: "chips" }, ...entries.map(function (e) { return el("div", {}, el("dt", { textContent: e.name }), el("dd", { textContent: e.text })); })));
		} else {
			const dl = el("dl", { className: "facts" });
			for (const e of entries) {
				dl.append(el("dt", { textContent: e.name || "" }), el("dd", {}, e.commands ? el("pre", { tabIndex: 0 }, el("code", { textContent: e.commands.join("\n") })) : el("span", { className: "name", textContent: e.text }), e.detail && el("span", { className: "said-of", textContent: e.detail })));
			}
			part.append(dl);
		}
		return part;
	}

	function show(a) {
		out.replaceChildren();
		out.hidden = false;
		out.className = a.found ? "answer" : "answer none";
		const card = el("div", { className: "card" });
		const copy = el("button", { type: "button", textContent: say.copy });
		copy.addEventListener("click", function () {
			write(a.markdown).then(function () { copy.textContent = say.copied; }, function () { copy.textContent = say.notCopied; });
			setTimeout(function () { copy.textContent = say.copy; }, 2000);
		});
		if (a.found) {
			card.append(el("div", { className: "head" }, el("h2", {}, el("a", { className: "name", href: body.home + "kind/" + a.kind + ".html" + (a.reason ? "#" + a.reason : ""), title: say.moreKind, textContent: a.kind }), a.reason && el("span", { className: "reason", textContent: a.reason })), copy));
			if (a.more) card.append(el("p", { className: "note", textContent: a.more }));
			a.lead.forEach(function (s, i) { card.append(el("p", { className: i ? "cause" : "lead", textContent: s })); });
			for (const s of a.sections) card.append(section(s));
			card.append(el("h3", { textContent: say.oneLine }), el("output", { className: "line", textContent: a.line }));
		} else {
			card.append(el("p", { className: "lead", textContent: a.why }), el("p", { className: "cause", textContent: a.hint }));
			if (a.report) card.append(el("p", { className: "quiet", textContent: a.report }), copy, el("a", { href: "https://github.com/oss403/oss403/issues", rel: "noreferrer", textContent: say.issues }));
		}
		out.append(card);
		out.focus({ preventScroll: true });
		out.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
	}

	// write puts a text on the clipboard; where the page has no right to, as a selection.
	async function write(s) {
		try {
			await navigator.clipboard.writeText(s);
		} catch (_) {
			const area = el("textarea", { value: s, className: "visually-hidden" });
			document.body.append(area);
			area.select();
			const ok = document.execCommand("copy");
			area.remove();
			if (!ok) throw new Error("copy");
		}
	}

	let turn = 0;
	async function explain() {
		const mine = ++turn, input = text.value;
		if (new Blob([input]).size > most) { state.textContent = say.tooLong; return; }
		button.disabled = true;
		state.textContent = say.working;
		try {
			const a = await ask(input);
			if (mine !== turn) return;
			state.textContent = "";
			show(a);
		} catch (err) {
			state.textContent = say.failed + err.message;
		} finally {
			if (mine === turn) button.disabled = false;
		}
	}

	function changed() { clear.hidden = !text.value; }
	button.addEventListener("click", explain);
	text.addEventListener("input", changed);
	text.addEventListener("keydown", function (e) {
		if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); explain(); }
	});
	// What is pasted into the empty box is explained at once.
	text.addEventListener("paste", function () {
		const empty = !text.value;
		setTimeout(function () { if (empty && text.value.trim()) explain(); });
	});
	$("example").addEventListener("click", function () { window.oss403paste(example); });
	clear.addEventListener("click", function () {
		turn++;
		text.value = state.textContent = "";
		button.disabled = false;
		out.hidden = true;
		changed();
		text.focus();
	});
	window.oss403paste = function (s) {
		text.value = s;
		changed();
		explain();
	};
	changed();
})();
