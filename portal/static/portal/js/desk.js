/* Keep the first page of the desk true while it is open: ask for its parts every few seconds,
   swap what differs, say by count what changed. Nothing moves the focus; a hidden tab asks nothing. */
(() => {
	"use strict";
	const EVERY = 5000, SLOWEST = 60000;
	const board = document.querySelector("[data-board]");
	if (!board) return;
	const news = board.querySelector("[data-board-news]");
	const stopped = board.querySelector("[data-board-stopped]");
	let etag = "", wait = EVERY, timer = 0, isAsking = false;

	const summary = () => board.querySelector("[data-board-summary]").textContent.replace(/\s+/g, " ").trim();

	/* A part is left alone while somebody is in it; it is swapped the next time. */
	const isBusy = (part) => part.contains(document.activeElement) && document.activeElement !== document.body;

	const keepOpen = (from, to) => {
		for (const open of from.querySelectorAll("details[open][data-code]")) {
			const same = to.querySelector(`details[data-code="${CSS.escape(open.dataset.code)}"]`);
			if (same) same.open = true;
		}
	};

	const swap = (html) => {
		const fresh = new DOMParser().parseFromString(html, "text/html");
		const before = summary();
		let isWhole = true;
		for (const next of fresh.querySelectorAll("[data-live]")) {
			const part = document.getElementById(next.id);
			if (!part) continue;
			keepOpen(part, next);
			if (part.isEqualNode(next)) continue;
			if (isBusy(part)) { isWhole = false; continue; }
			part.replaceWith(document.importNode(next, true));
		}
		if (summary() !== before) news.textContent = summary();
		return isWhole;
	};

	const stop = () => {
		clearTimeout(timer);
		timer = -1;
		stopped.textContent = board.dataset.stopped;
		stopped.hidden = false;
	};

	const ask = async () => {
		if (isAsking || timer === -1) return;
		isAsking = true;
		try {
			const headers = { "X-Requested-With": "XMLHttpRequest" };
			if (etag) headers["If-None-Match"] = etag;
			const answer = await fetch(board.dataset.board, { headers, cache: "no-store", redirect: "manual" });
			if (answer.status === 200) {
				const isWhole = swap(await answer.text());
				etag = isWhole ? answer.headers.get("ETag") || "" : "";
			} else if (answer.status !== 304 && answer.status < 500) {
				stop();
				return;
			} else if (answer.status >= 500) {
				throw new Error(String(answer.status));
			}
			wait = EVERY;
			stopped.hidden = true;
		} catch {
			/* No network, or a fault: the page says so, and asks more seldom until it is over. */
			stopped.textContent = board.dataset.stopped;
			stopped.hidden = false;
			wait = Math.min(wait * 2, SLOWEST);
		} finally {
			isAsking = false;
			plan();
		}
	};

	const plan = () => {
		if (timer === -1) return;
		clearTimeout(timer);
		timer = document.hidden ? 0 : setTimeout(ask, wait);
	};

	document.addEventListener("visibilitychange", () => {
		if (document.hidden) plan();
		else ask();
	});
	plan();
})();
