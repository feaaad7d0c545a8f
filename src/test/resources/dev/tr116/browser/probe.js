// Looks at the page it stands in and tells the page around it what it found.
(function () {
  const name = element => {
    const around = element.closest('[id]');
    const text = (element.textContent || element.tagName).trim().slice(0, 60);
    return (around ? '#' + around.id + ' ' : '') + text;
  };
  // What a closed part hides has a place all the same.
  const isShown = element => element.checkVisibility({visibilityProperty: true});

  // Lines of text that touch each other, or leave their picture.
  function texts(svg) {
    const frame = svg.getBoundingClientRect();
    const found = {clipped: [], overlaps: [], small: []};
    const lines = [...svg.querySelectorAll('text')]
        .filter(line => line.textContent.trim() && isShown(line))
        .map(line => ({line, box: line.getBoundingClientRect()}));
    for (const {line, box} of lines) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1
          || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.clipped.push(name(line));
      }
      const letters = parseFloat(getComputedStyle(line).fontSize) * line.getScreenCTM().a;
      if (letters < 10) {
        found.small.push(letters.toFixed(1) + ' px: ' + name(line));
      }
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < lines.length; i++) {
      for (let j = i + 1; j < lines.length; j++) {
        const a = lines[i].box;
        const b = lines[j].box;
        if (b.top >= a.bottom) {
          break;
        }
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 3) {
          found.overlaps.push(name(lines[i].line) + ' | ' + name(lines[j].line));
        }
      }
    }
    return found;
  }

  // What a mouse can use and a keyboard cannot.
  function unreachable() {
    const parts = 'a[href],button,input,select,textarea,summary,[onclick],[role=button],[role=tab]';
    return [...document.querySelectorAll(parts)].filter(isShown).filter(part => {
      part.focus();
      return document.activeElement !== part
          && !(part.type === 'radio') && part.getAttribute('role') !== 'tab';
    }).map(name);
  }

  async function look() {
    const root = document.documentElement;
    const found = {
      title: document.title,
      width: innerWidth,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      scrollWidth: root.scrollWidth,
      clipped: [], overlaps: [], small: [], unreachable: unreachable()
    };
    for (const svg of document.querySelectorAll('svg')) {
      if (isShown(svg)) {
        const lines = texts(svg);
        found.clipped.push(...lines.clipped);
        found.overlaps.push(...lines.overlaps);
        found.small.push(...lines.small);
      }
    }
    const result = await axe.run(document, {resultTypes: ['violations']});
    found.violations = result.violations.map(each => ({
      id: each.id,
      impact: each.impact,
      help: each.help,
      where: each.nodes.slice(0, 5).map(node => node.html.slice(0, 160))
    }));
    return found;
  }

  const tell = found => parent.postMessage(JSON.stringify(found), '*');
  const start = () => look().then(tell, reason => tell({failed: String(reason)}));
  if (document.readyState === 'complete') {
    start();
  } else {
    addEventListener('load', start);
  }
})();
