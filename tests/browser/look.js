// What a page looks like now, as facts that tests compare: `look()` for one medium.
(() => {
  const PRESSED = "button, select, summary, a[href^='tel:'], .langs a, .menu a, input:not([type=hidden])";
  // Two regions bear Kazakh letters in Russian too.
  const NAMES = /Жетісу|Ұлытау/g;
  const rgb = text => (text.match(/rgba?\([^)]*\)/g) || []).pop()?.match(/[\d.]+/g).map(Number);
  const channel = value => (value /= 255) <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const contrast = (one, two) => {
    const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
    return (high + .05) / (low + .05);
  };
  // The last colour of a gradient is what words stand on: the rail is its first.
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      for (const text of [style.backgroundImage, style.backgroundColor]) {
        const colour = rgb(text);
        if (colour && colour[3] !== 0) return colour;
      }
    }
    return [255, 255, 255];
  };
  const shown = element => element.checkVisibility({ checkVisibilityCSS: true })
    && element.getBoundingClientRect().width > 1;
  const named = element => element.outerHTML.slice(0, 120);
  const textNodes = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };

  const levelWords = element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const style = getComputedStyle(element);
    const rects = [...range.getClientRects()];
    return {
      text: element.innerText,
      left: Math.min(...rects.map(rect => rect.left)),
      right: Math.max(...rects.map(rect => rect.right)),
      isCut: style.textOverflow === "ellipsis" || style.overflow === "hidden" || style.hyphens !== "none",
      breaksWords: element.innerText.split(/\s+/).some(word => {
        const node = textNodes(element).find(each => each.data.includes(word));
        if (!node || word.includes("-")) return false;
        const one = document.createRange(), start = node.data.indexOf(word);
        one.setStart(node, start);
        one.setEnd(node, start + word.length);
        return new Set([...one.getClientRects()].map(rect => Math.round(rect.top))).size > 1;
      }),
      bottom: Math.max(...rects.map(rect => rect.bottom)) + scrollY,
      contrast: contrast(rgb(style.color), ground(element)),
    };
  };
  const shapeOf = section => {
    const shape = section.querySelector(":scope > .shape");
    if (!shape) return null;
    const style = getComputedStyle(shape), box = shape.getBoundingClientRect();
    return {
      width: box.width,
      fill: style.fill,
      stroke: style.stroke,
      against: contrast(rgb(style.stroke) || [0, 0, 0], ground(section)),
    };
  };
  const card = () => {
    const section = document.querySelector("main section.level");
    const words = section?.querySelector("strong");
    if (!words) return null;
    const end = section.querySelectorAll(".facts .key")[1], style = getComputedStyle(section);
    const before = document.createRange();
    before.setStart(document.querySelector("main"), 0);
    before.setEndBefore(words);
    const stops = [...document.querySelectorAll("main a[href], main button, main select, main summary")];
    return {
      ...levelWords(words),
      level: section.dataset.level,
      endBottom: end ? end.getBoundingClientRect().bottom + scrollY : null,
      wordsBefore: before.toString().split(/\s+/).filter(Boolean).length,
      stopsBefore: stops.filter(each =>
        shown(each) && each.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING).length,
      border: parseFloat(style.borderTopWidth),
      filled: style.backgroundImage !== "none" || !/, 0\)$|transparent/.test(style.backgroundColor),
      shape: shapeOf(section),
    };
  };
  const foreign = () => textNodes(document.body).filter(node => {
    const holder = node.parentElement;
    if (!/[а-яё]/i.test(node.data) || holder.closest("script, style, noscript, template")) return false;
    const lang = holder.closest("[lang]").lang;
    return lang !== "kk" && (lang !== "ru" || /[әғқңөұүһі]/i.test(node.data.replace(NAMES, "")));
  }).map(node => `${node.data.trim().slice(0, 60)} in ${named(node.parentElement)}`);
  const small = () => [...document.querySelectorAll(PRESSED)].filter(shown).filter(element => {
    const box = element.getBoundingClientRect(), label = element.labels?.[0]?.getBoundingClientRect();
    return Math.max(box.height, label?.height || 0) < 43.9 || Math.max(box.width, label?.width || 0) < 43.9;
  }).map(named);
  const badges = () => [...document.querySelectorAll(".strip p, .note[data-level] h2, li[data-level] b, td[data-level] b")]
    .filter(shown).map(element => ({ element, contrast: contrast(rgb(getComputedStyle(element).color), ground(element)) }))
    .filter(each => each.contrast < 7).map(each => `${each.contrast.toFixed(1)} ${named(each.element)}`);

  let shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { shift += entry.value }))
    .observe({ type: "layout-shift", buffered: true });

  window.look = () => ({
    shift,
    awaited: performance.getEntriesByType("resource").filter(each => each.renderBlockingStatus === "blocking").length,
    width: document.documentElement.scrollWidth,
    // They stand above every page: for a day after an error anywhere, and during an exercise.
    errorStrip: [...document.querySelectorAll(".strip.error, .strip.exer")].reduce((sum, each) => sum + each.offsetHeight, 0),
    card: card(),
    notices: [...document.querySelectorAll("main .note")].filter(shown).length,
    pale: badges(),
    foreign: foreign(),
    small: small(),
    forScreens: [...document.querySelectorAll("form, .langs, .menu, .nav, .map, .strip")].filter(shown).map(named),
  });
  window.enlarge = css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
  };
  window.focused = () => {
    const element = document.activeElement, style = getComputedStyle(element);
    if (element === document.body) return null;
    const box = element.getClientRects()[0] || element.getBoundingClientRect();  // a link may run over two lines
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y), onScreen = box.bottom > 0 && box.top < innerHeight;
    // A region of the map bends round its middle, and is marked along its border.
    const drawn = element.closest("svg") && element.querySelector(".unit, .hit");
    return {
      name: named(element),
      isSeen: onScreen && Boolean(drawn || top && (element.contains(top) || top.contains(element))),
      isMarked: drawn ? parseFloat(getComputedStyle(drawn).strokeWidth) >= 3
        : style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
  };
})();
