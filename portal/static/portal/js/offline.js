/* Says how old a page is, takes back levels whose time is over, and tells the worker what to keep.
   Before this stands WORDS, written by the server in the language of the page. */
(({ worker, offline, stale, reload, passed, hours }) => {
	"use strict";
	const MINUTE = 6e4, HOUR = 36e5, STALE = 10 * MINUTE, OLD = 2 * HOUR;
	const root = document.documentElement, { lang, dataset: { copy } } = root, device = navigator.serviceWorker;
	const told = document.querySelector("[data-asof]"), asOf = told && told.dataset.asof;
	const banner = document.createElement("p"), link = document.createElement("a");
	let skew = Number(copy) || 0, isOffline = Boolean(copy), hasAsked = isOffline, said;

	const takeBack = (block) => {
		const says = block.matches("[data-says]") ? [block] : block.querySelectorAll("[data-says]");
		if (!says.length) block.remove();
		if (block.matches(".level")) document.title = passed;
		delete block.dataset.until;
		block.dataset.state = "passed";
		for (const each of [block, ...block.querySelectorAll("[data-level]")]) each.dataset.level = "unknown";
		for (const use of block.querySelectorAll("use")) use.setAttribute("href", "#unknown");
		for (const each of says) each.textContent = passed;
	};

	const say = (words) => {
		if (said === words) return;
		said = banner.textContent = words;
		if (words) banner.append(" ", link);
	};

	const inHours = (number) => {
		const form = hours[["one", "few"].indexOf(new Intl.PluralRules(lang).select(number))];
		return ` ${(form || hours[hours.length - 1]).replace("{n}", number)}.`;
	};

	const show = () => {
		const now = Date.now() + skew, age = now - Date.parse(asOf), isUnsure = age < -MINUTE, isStale = isUnsure || age > STALE;
		const over = [...document.querySelectorAll("[data-until]")].filter(({ dataset: { until } }) => Date.parse(until) <= now);
		if (!hasAsked && (isStale || over.length)) return ask();
		root.toggleAttribute("data-old", isUnsure || age > OLD);
		over.forEach(takeBack);
		const words = isOffline && (copy || isStale) ? offline : isStale ? stale : "";
		say(words && words + (age < HOUR ? "" : inHours(Math.floor(age / HOUR))));
	};

	/* The device's clock may be wrong: before the page calls itself old, the server is asked the time. */
	const ask = async () => {
		hasAsked = true;
		try {
			const { headers } = await fetch("/healthz", { method: "HEAD", cache: "no-store" });
			skew = Date.parse(headers.get("Date")) - Date.now() || skew;
			isOffline = false;
		} catch {
			isOffline = true;
		}
		show();
	};

	const places = () => {
		try {
			return JSON.parse(localStorage.getItem("places")).filter((slug) => /^[\w-]{1,80}$/.test(slug)).slice(0, 5);
		} catch {
			return [];
		}
	};

	const keep = async () => {
		await device.register(worker);
		const own = places().map((slug) => `regions/${slug}/`), guide = ["", "yellow/", "orange/", "red/"].map((level) => `levels/${level}`);
		const paths = ["", ...own, "offline/", "advice/", ...guide, ...own.slice(0, 1).map((path) => `${path}poster.pdf`)];
		(await device.ready).active.postMessage([location.pathname, ...paths.map((path) => `/${lang}/${path}`)]);
	};

	if (asOf) {
		const shown = document.querySelector(`time[datetime="${asOf}"]`);
		offline = offline.replace("{time}", shown ? shown.textContent : asOf.replace("T", " "));
		banner.className = "age";
		banner.setAttribute("role", "status");
		link.href = location.pathname + location.search;
		link.textContent = reload;
		document.querySelector("main").before(banner);
		addEventListener("online", ask);
		addEventListener("offline", () => { isOffline = true; show(); });
		for (const event of ["pageshow", "visibilitychange"]) addEventListener(event, show, true);
		setInterval(show, MINUTE / 2);
		show();
	}
	/* The offline page names every place: those without a copy go. */
	for (const row of self.caches ? document.querySelectorAll("[data-kept] li") : []) caches.match(row.firstChild.href).then((copy) => copy || row.remove());
	if (worker && device) addEventListener("load", () => keep().catch(() => {}));
})(WORDS);
