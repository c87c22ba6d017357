/* The regions in which a position lies, or so near that simplified outlines can't tell. */
"use strict";
window.nearby = ({ regions, words }, { coords, code }) => {
	const OUTLINE_KM = 3, ROUGH_KM = 50, MOST = 3, KM_IN_UNIT = 0.1112;
	if (!coords) return [words[code]];
	const { longitude, latitude, accuracy } = coords, narrowing = Math.cos((latitude * Math.PI) / 180);

	/* None inside. A ring is steps from point to point; holes and islands are rings like others. */
	const distance = (rings) => {
		let isInside = false, least = Infinity;
		for (const ring of rings) {
			let x = -1000 * longitude * narrowing, y = -1000 * latitude;
			for (let at = 0; at < ring.length; at += 2) {
				const fromX = x, fromY = y, dx = ring[at] * narrowing, dy = ring[at + 1];
				x += dx;
				y += dy;
				if (!at) continue;
				if (fromY > 0 !== y > 0 && fromX > (fromY * dx) / dy) isInside = !isInside;
				const part = Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy || 1)));
				least = Math.min(least, Math.hypot(fromX + part * dx, fromY + part * dy));
			}
		}
		return isInside ? 0 : least * KM_IN_UNIT;
	};

	const found = regions.map(([slug, name, rings]) => [distance(rings), slug, name])
		.filter(([km]) => km <= accuracy / 1000 + OUTLINE_KM)
		.sort(([first], [second]) => first - second);
	if (accuracy > 1000 * ROUGH_KM || found.length > MOST) return [words.rough];
	return [words[["abroad", "here"][found.length] || "border"], ...found];
};
