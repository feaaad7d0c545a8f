(() => {
  'use strict';
  // Everything is on the page without this script; it only spares some work.
  const csv = document.getElementById('csv');
  const copy = document.getElementById('copy-csv');
  const said = document.getElementById('copy-said');
  if (csv && copy && said) {
    copy.hidden = false;
    copy.addEventListener('click', async () => {
      let done = false;
      try {
        await navigator.clipboard.writeText(csv.value);
        done = true;
      } catch (refused) {
        csv.closest('details').open = true;
        csv.focus();
        csv.select();
        done = document.execCommand('copy');
      }
      said.textContent = done ? 'copied' : 'not allowed here: the text is selected, copy it by keyboard';
    });
  }
  const filter = document.getElementById('filter-runs');
  const table = document.querySelector('table.runs');
  if (filter && table) {
    filter.closest('label').hidden = false;
    const rows = [...table.tBodies[0].rows];
    const shown = document.getElementById('filter-said');
    filter.addEventListener('input', () => {
      const wanted = filter.value.trim().toLowerCase();
      let count = 0;
      for (const row of rows) {
        const fits = row.textContent.toLowerCase().includes(wanted);
        row.hidden = !fits;
        count += fits ? 1 : 0;
      }
      shown.textContent = wanted === '' ? '' : count + ' of ' + rows.length + ' runs';
    });
  }
  // A link to what a closed part holds opens it; so does printing.
  const open = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS') {
        part.open = true;
      }
    }
  };
  window.addEventListener('hashchange', open);
  open();
  window.addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details.picture')) {
      part.open = true;
    }
  });
})();
