/* Keeps home, the guide, advice and the reader's own regions for when there is no network.
   What a page says comes from the network whenever it answers; a copy tells so in its first tag.
   Before this stand BUILD and FILES, written by the server: another build is another worker. */
const PATIENCE = 4000, REGIONS = 20, LEVELS_STAND = 6e5, GUIDE_STANDS = 864e5;
const PAGE = /^\/(kk|ru|en)\/((regions|levels)\/([\w-]+\/(poster\.pdf)?)?|advice\/|offline\/)?$/;
const FILE = /\.[\da-f]{12}\.\w+$|\/offline\.js\?v=/;

/* Pages kept before the last deploy ask for the files of their own build: the newest answers first. */
const find = async (address) => {
	for (const name of (await caches.keys()).reverse()) {
		const found = await (await caches.open(name)).match(address);
		if (found) return found;
	}
};

const keep = async (path, answer) => {
	const headers = new Headers(answer.headers), now = Date.now();
	const isOurs = answer.ok && !answer.redirected && /public/.test(headers.get("Cache-Control"));
	if (!isOurs || !PAGE.test(path)) return;
	headers.set("X-Kept", now);
	for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
	/* How far the device's clock is off goes with the copy. */
	const isPage = path.endsWith("/"), off = Date.parse(headers.get("Date")) - now || 0;
	const body = isPage ? (await answer.text()).replace("<html", `<html data-copy="${off}"`) : await answer.blob();
	/* A page as text alone has no script that takes back a level whose time is over. */
	if (isPage && !body.includes("/offline.js?")) return;
	const cache = await caches.open(BUILD);
	await cache.put(path, new Response(body, { headers }));
	const regions = (await cache.keys()).filter(({ url }) => /\/regions\/./.test(url));
	for (const old of regions.slice(0, -REGIONS)) await cache.delete(old);
};

const keepAll = async (paths) => {
	const cache = await caches.open(BUILD);
	for (const path of paths.filter((each) => PAGE.test(each))) {
		const copy = await cache.match(path), stands = /\/levels|advice|offline|pdf/.test(path) ? GUIDE_STANDS : LEVELS_STAND;
		if (!copy || Date.now() - copy.headers.get("X-Kept") > stands) await keep(path, await fetch(path, { cache: "no-store" }));
	}
};

const page = async (network, path) => {
	const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
	const answer = await Promise.race([network, late]).catch(() => {});
	if (answer && answer.status < 500) return answer;
	return await find(path) || network.catch(async () => await find(path.slice(0, 4) + "offline/") || Response.error());
};

const file = async (request) => {
	const kept = await find(request.url);
	if (kept) return kept;
	const answer = await fetch(request);
	if (answer.ok) (await caches.open(BUILD)).put(request.url, answer.clone());
	return answer;
};

addEventListener("install", (event) => {
	event.waitUntil(caches.open(BUILD).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
	const drop = async () => {
		const others = (await caches.keys()).filter((name) => name !== BUILD);
		for (const name of others.slice(0, -1)) await caches.delete(name);
		await clients.claim();
	};
	event.waitUntil(drop());
});

addEventListener("message", (event) => event.waitUntil(keepAll(event.data).catch(() => {})));

addEventListener("fetch", (event) => {
	const { request } = event, { origin, pathname, search } = new URL(request.url);
	if (request.method !== "GET" || origin !== location.origin) return;
	if (FILE.test(pathname + search)) event.respondWith(file(request));
	else if (request.mode === "navigate" && /^\/(kk|ru|en)\//.test(pathname)) {
		const network = fetch(request);
		event.waitUntil(network.then((answer) => search || keep(pathname, answer.clone())).catch(() => {}));
		event.respondWith(page(network, pathname));
	}
});
