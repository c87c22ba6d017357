/* My place. The device keeps up to five places, the first is the reader's own: a JSON list of slugs
   in localStorage["places"]. A position is compared with outlines here; no request carries it. */
(() => {
	"use strict";
	const KEY = "places", MOST = 5, SLUG = /^[-\w]{1,80}$/;

	const kept = () => {
		try {
			const slugs = JSON.parse(localStorage.getItem(KEY));
			return [...new Set(slugs)].filter((slug) => typeof slug === "string" && SLUG.test(slug)).slice(0, MOST);
		} catch {
			return []; /* Nothing kept, something foreign, or storage forbidden. */
		}
	};

	const keep = (slugs) => {
		try {
			localStorage.setItem(KEY, JSON.stringify([...new Set(slugs)]));
			return true;
		} catch {
			return false; /* Forbidden or full. */
		}
	};

	const offerToKeep = (line) => {
		const slug = line.dataset.keep, button = line.querySelector("button"), told = line.querySelector("[role=status]");
		const show = () => button.setAttribute("aria-pressed", kept().includes(slug));
		button.onclick = () => {
			const others = kept().filter((each) => each !== slug);
			const isKept = others.length < kept().length;
			const isDone = isKept ? keep(others) : others.length < MOST && keep([...others, slug]);
			told.textContent = isDone ? "" : line.dataset.no;
			show();
		};
		told.textContent = "";
		button.hidden = false;
		show();
	};

	const showMine = (slot) => {
		const form = slot.querySelector("form"), near = slot.querySelector(".near"), told = near.querySelector("[role=status]");
		const choices = [form, ...("geolocation" in navigator ? [near] : [])];
		/* What stands below the slot stays where it is. */
		const pin = () => { slot.style.minBlockSize = `${slot.offsetHeight}px`; };
		const hide = (isHidden) => choices.forEach((each) => { each.style.display = isHidden ? "none" : ""; });

		/* Give the short card of a place; follow one that was renamed, forget one that is gone. */
		const card = async (slug) => {
			const answer = await fetch(`${form.action}${slug}/short/`);
			const found = answer.url.split("/").slice(-3)[0];
			if (answer.status === 404) keep(kept().filter((each) => each !== slug));
			else if (answer.ok && found !== slug) keep(kept().map((each) => (each === slug ? found : each)));
			if (!answer.ok) return "";
			const box = document.createElement("div");
			box.className = "mine";
			box.dataset.slug = found;
			box.innerHTML = await answer.text();
			return box;
		};

		const draw = async (isOpen) => {
			const slugs = kept().slice(0, isOpen ? MOST : 1);
			const cards = await Promise.all(slugs.map((slug) => card(slug).catch(() => "")));
			if (slugs.some((slug) => !kept().includes(slug)) && kept().length) return draw(isOpen);
			if (!isOpen && (form.elements.place.value || slot.contains(document.activeElement))) return;
			pin();
			slot.querySelectorAll(".mine").forEach((each) => each.remove());
			slot.prepend(...cards);
			slot.classList.toggle("open", isOpen);
			hide(!isOpen && cards[0]);
			if (isOpen) (slot.querySelector("[data-act=drop]") || form.elements.place).focus();
		};

		slot.addEventListener("click", ({ target }) => {
			const act = target.dataset.act;
			if (!act) return;
			const { slug } = target.closest(".mine").dataset, others = kept().filter((each) => each !== slug);
			if (act === "first") keep([slug, ...others]);
			if (act === "drop") keep(others);
			draw(true);
		});

		near.querySelector("button").onclick = async ({ target }) => {
			target.disabled = true;
			const position = new Promise((found, failed) => {
				navigator.geolocation.getCurrentPosition(found, failed, { timeout: 20000 });
			}).catch((error) => error);
			try {
				const outlines = await (await fetch(slot.dataset.outlines)).json();
				const script = document.createElement("script");
				script.src = outlines.script;
				await new Promise((done, failed) => {
					script.onload = done;
					script.onerror = failed;
					document.head.append(script);
				});
				const { words, places } = window.nearby(outlines, await position);
				pin();
				told.textContent = words;
				slot.querySelectorAll(".here").forEach((each) => each.remove());
				form.style.display = places.length ? "none" : "";
				near.after(...places.map(([slug, name]) => {
					const link = document.createElement("a");
					link.className = "btn here";
					link.href = `${form.action}${slug}/`;
					link.textContent = name;
					return link;
				}));
			} catch {
				told.textContent = slot.dataset.no;
			}
			target.disabled = false;
		};

		near.hidden = choices.length < 2;
		if (kept().length) draw(false);
	};

	document.querySelectorAll("[data-keep]").forEach(offerToKeep);
	document.querySelectorAll("[data-outlines]").forEach(showMine);
})();
