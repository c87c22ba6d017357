/* Which regions a position lies in, or so near to that the outlines can't tell. Loaded on a press. */
"use strict";
window.nearby = ({ regions, words }, { coords, code }) => {
	/* Outlines are simplified; a position that is rougher than a region's width names none. */
	const OUTLINE_KM = 3, ROUGH_KM = 50, MOST = 3, KM_IN_DEGREE = 111.2;

	/* Give the distance to a region: none inside it; holes and islands are rings like others. */
	const distance = (rings, x, y) => {
		const narrowing = Math.cos((y * Math.PI) / 180);
		let isInside = false, least = Infinity;
		for (const ring of rings) {
			let toX = 0, toY = 0;
			const points = [];
			for (let at = 0; at < ring.length; at += 2) {
				toX += ring[at];
				toY += ring[at + 1];
				points.push([(toX / 1000 - x) * narrowing, toY / 1000 - y]);
			}
			points.forEach(([bx, by], at) => {
				const [ax, ay] = points[at ? at - 1 : points.length - 1], dx = bx - ax, dy = by - ay;
				if (ay > 0 !== by > 0 && ax - (ay * dx) / dy > 0) isInside = !isInside;
				const part = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
				least = Math.min(least, Math.hypot(ax + part * dx, ay + part * dy));
			});
		}
		return isInside ? 0 : least * KM_IN_DEGREE;
	};

	if (!coords) return { words: words[code], places: [] };
	const accuracy = coords.accuracy / 1000;
	if (!(accuracy <= ROUGH_KM)) return { words: words.rough, places: [] };
	const found = regions
		.map(([slug, name, rings]) => [distance(rings, coords.longitude, coords.latitude), slug, name])
		.filter(([km]) => km <= accuracy + OUTLINE_KM)
		.sort(([first], [second]) => first - second);
	if (!found.length) return { words: words.abroad, places: [] };
	if (found.length > MOST) return { words: words.rough, places: [] };
	return { words: found.length > 1 ? words.border : words.here, places: found.map(([, slug, name]) => [slug, name]) };
};
