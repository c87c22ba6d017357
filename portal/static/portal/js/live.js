/* Ask every half minute whether a live post has new entries, and say how many: nothing else moves.
   A hidden tab asks nothing; the reader presses "Refresh" when they want to see them. */
(() => {
	"use strict";
	const EVERY = 30000;
	const post = document.querySelector("[data-entries]");
	if (!post) return;
	const told = post.querySelector("[role=status]");
	let timer = 0, askedAt = Date.now(), isOver = false;

	const wait = () => {
		clearTimeout(timer);
		if (isOver || document.hidden) return;
		timer = setTimeout(ask, Math.max(0, askedAt + EVERY - Date.now()));
	};

	const tell = (answer) => {
		const words = answer.new ? post.dataset.words.replace("{n}", answer.new) : "";
		if (told.textContent !== words) told.textContent = words;
		isOver = answer.ended;
	};

	const ask = async () => {
		askedAt = Date.now();
		try {
			const answer = await fetch(`${post.dataset.entries}?after=${post.dataset.after}`, { cache: "no-cache" });
			if (answer.ok) tell(await answer.json());
			else if (answer.status < 500) isOver = true;
		} catch {
			/* Offline: the next half minute asks again. */
		}
		wait();
	};

	document.addEventListener("visibilitychange", wait);
	wait();
})();
