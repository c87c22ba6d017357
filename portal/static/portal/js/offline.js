/* Says how old a page is, takes back levels whose time is over, and tells the worker what to keep.
   Before this stands WORDS, written by the server in the language of the page. */
{
	const MINUTE = 6e4, HOUR = 36e5, STALE = 10 * MINUTE, OLD = 2 * HOUR;
	const page = document, root = page.documentElement, { lang, dataset: { copy } } = root, device = navigator.serviceWorker;
	const told = page.querySelector("[data-asof]"), asOf = told && told.dataset.asof;
	const banner = page.createElement("p"), link = page.createElement("a");
	let skew = Number(copy) || 0, isOffline = Boolean(copy), asked = isOffline ? 2 : 0, said;

	const UNKNOWN = '<symbol id="unknown" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="none" stroke-dasharray="3 2.5"/><path class="bar" d="M9 9.5a3 3 0 1 1 3 3v2m0 2.5v.1"/></symbol>';

	const takeBack = (block) => {
		if (!page.querySelector("#unknown")) page.querySelector(".defs").insertAdjacentHTML("beforeend", UNKNOWN);
		const says = block.matches("[data-says]") ? [block] : block.querySelectorAll("[data-says]");
		if (!says.length || block.matches(".sec")) block.remove();
		if (block.matches(".level")) page.title = WORDS.passed;
		block.removeAttribute("data-until");
		for (const each of [block, ...block.querySelectorAll("[data-level]")]) each.dataset.level = "unknown";
		for (const use of block.querySelectorAll("use")) use.setAttribute("href", "#unknown");
		for (const each of says) each.textContent = WORDS.passed;
	};

	const hoursOld = (number) => {
		const { hours } = WORDS, form = hours[new Intl.PluralRules(lang).select(number)] || hours.other;
		return number > 0 ? ` ${form.replace("{n}", number)}.` : "";
	};

	const show = () => {
		const now = Date.now() + skew, age = now - Date.parse(asOf), isUnsure = age < -MINUTE, isStale = isUnsure || age > STALE;
		const over = [...page.querySelectorAll("[data-until]")].filter((block) => Date.parse(block.dataset.until) <= now);
		if (asked < 2 && (isStale || over.length)) return asked || ask();
		root.toggleAttribute("data-old", isUnsure || age > OLD);
		over.forEach(takeBack);
		const words = isOffline && (copy || isStale) ? WORDS.offline : isStale ? WORDS.stale : "";
		const text = words && words + hoursOld(Math.floor(age / HOUR));
		if (said === text) return;
		said = banner.textContent = text;
		if (text) banner.append(" ", link);
	};

	/* The device's clock may be wrong: before the page calls itself old, the server is asked the time. */
	const ask = async () => {
		asked = 1;
		try {
			const { headers } = await fetch("/healthz", { method: "HEAD", cache: "no-store" });
			skew = Date.parse(headers.get("Date")) - Date.now() || skew;
			isOffline = false;
		} catch {
			isOffline = true;
		}
		asked = 2;
		show();
	};

	const places = () => {
		try {
			return JSON.parse(localStorage.places).filter((slug) => /^[\w-]{1,80}$/.test(slug)).slice(0, 5);
		} catch {
			return [];
		}
	};

	const keep = async () => {
		await device.register(WORDS.worker);
		const own = places().map((slug) => `regions/${slug}/`), poster = own.slice(0, 1).map((path) => `${path}poster.pdf`);
		const paths = ["", ...own, "offline/", "advice/", "levels/", "levels/yellow/", "levels/orange/", "levels/red/", ...poster];
		(await device.ready).active.postMessage([location.pathname, ...paths.map((path) => `/${lang}/${path}`)]);
	};

	if (asOf) {
		const time = page.querySelector("[data-now] time");
		WORDS.offline = WORDS.offline.replace("{time}", time ? time.textContent : asOf.replace("T", " "));
		banner.className = "age";
		banner.setAttribute("role", "status");
		link.href = location.pathname + location.search;
		link.textContent = WORDS.reload;
		page.querySelector("main").before(banner);
		addEventListener("offline", () => { isOffline = true; show(); });
		addEventListener("online", ask);
		for (const event of ["pageshow", "visibilitychange"]) addEventListener(event, show, true);
		new MutationObserver(show).observe(page.querySelector("main"), { childList: true, subtree: true });
		setInterval(show, MINUTE / 2);
		show();
	}
	/* The offline page names every place: those without a copy go. */
	for (const row of self.caches ? page.querySelectorAll("[data-kept] li") : []) caches.match(row.firstChild.href).then((found) => found || row.remove());
	if (WORDS.worker && device) addEventListener("load", () => keep().catch(() => {}));
}
