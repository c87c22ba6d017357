/* My place: found on the device by position, and kept there: localStorage["places"] is a JSON list
   of at most five slugs, the first is the reader's own. No request carries a position. */
(() => {
	"use strict";
	const kept = () => {
		try {
			return [...new Set(JSON.parse(localStorage.getItem("places")))].filter((slug) => /^[\w-]{1,80}$/.test(slug)).slice(0, 5);
		} catch {
			return [];
		}
	};
	const without = (slug) => kept().filter((each) => each !== slug);
	const keep = (slugs) => {
		try {
			localStorage.setItem("places", JSON.stringify([...new Set(slugs)]));
			return true;
		} catch {
			return false;
		}
	};

	const offerToKeep = (line) => {
		const [button, told] = line.children, slug = line.dataset.keep;
		const show = (words) => {
			told.textContent = words;
			button.setAttribute("aria-pressed", kept().includes(slug));
		};
		button.onclick = () => {
			const others = without(slug), isKept = kept().includes(slug);
			show(others.length < 5 && keep(isKept ? others : [...others, slug]) ? "" : line.dataset.no);
		};
		button.hidden = false;
		show("");
	};

	const offerToFind = (slot) => {
		const [near, form, list] = slot.children, [button, told] = near.children;
		const page = (slug) => `${form.action}${slug}/`, field = form.elements.place;
		const hide = (isHidden, ...blocks) => blocks.forEach(({ style }) => { style.display = isHidden ? "none" : ""; });
		/* What stands below stays where it is, whatever comes in here. */
		const replace = (old, ...blocks) => {
			const height = slot.offsetHeight;
			slot.style.minBlockSize = `${height}px`;
			slot.querySelectorAll(old).forEach((each) => each.remove());
			slot.prepend(...blocks);
			return height;
		};

		/* The short card; a place that was renamed is followed, one that is gone is dropped. */
		const card = async (slug) => {
			const answer = await fetch(`${page(slug)}short/`), box = document.createElement("div");
			if (answer.status === 404) keep(without(slug));
			if (!answer.ok) return "";
			box.className = "mine";
			box.innerHTML = await answer.text();
			box.slug = answer.url.split("/").slice(-3)[0];
			keep(kept().map((each) => (each === slug ? box.slug : each)));
			return box;
		};

		const draw = async (isOpen) => {
			const slugs = kept().slice(0, isOpen ? 5 : 1);
			const cards = await Promise.all(slugs.map((slug) => card(slug).catch(() => "")));
			if (!cards[0] && kept().length && !kept().includes(slugs[0])) return draw(isOpen);
			if (!isOpen && (field.value || slot.contains(document.activeElement))) return;
			const height = replace(".mine", ...cards), isShort = !isOpen && cards[0];
			slot.classList.toggle("open", isOpen);
			hide(isShort, near, form);
			hide(isShort && slot.offsetHeight > height, list);
			if (isOpen) (slot.querySelector("[data-act=drop]") || field).focus();
		};

		slot.onclick = ({ target }) => {
			const { act } = target.dataset;
			if (!act) return;
			const { slug } = target.closest(".mine");
			if (act !== "change") keep([...(act === "first" ? [slug] : []), ...without(slug)]);
			draw(true);
		};

		button.onclick = async () => {
			button.disabled = true;
			const position = new Promise((...ends) => navigator.geolocation.getCurrentPosition(...ends, { timeout: 2e4 })).catch((error) => error);
			let words = slot.dataset.no, found = [];
			try {
				const outlines = await (await fetch(slot.dataset.outlines)).json();
				const script = document.createElement("script");
				script.src = outlines.script;
				await new Promise((...ends) => {
					[script.onload, script.onerror] = ends;
					document.head.append(script);
				});
				[words, ...found] = nearby(outlines, await position);
			} catch {
				/* No network: the list still stands. */
			}
			replace(".here");
			told.textContent = words;
			hide(found.length, form);
			near.after(...found.map(([, slug, name]) => {
				const link = document.createElement("a");
				link.className = "btn here";
				link.href = page(slug);
				link.textContent = name;
				return link;
			}));
			button.disabled = false;
		};

		near.hidden = !navigator.geolocation;
		if (kept().length) draw(false);
	};

	document.querySelectorAll("[data-keep]").forEach(offerToKeep);
	document.querySelectorAll("[data-outlines]").forEach(offerToFind);
})();
