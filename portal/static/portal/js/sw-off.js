/* Offline copies are switched off: this worker clears what the one before it kept, and goes. */
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
	const leave = async () => {
		for (const name of await caches.keys()) await caches.delete(name);
		await registration.unregister();
	};
	event.waitUntil(leave());
});
