// The queue by keyboard, and kept up to date.
import { addKeys, free, say } from './keys.js';

const PAUSE = 4000;

export const startQueue = (page) => {
  const me = document.body.dataset.me;
  const rows = () => [...page.querySelectorAll('tr[data-task]')];
  const rowOf = (id) => page.querySelector(`tr[data-task="${CSS.escape(id)}"]`);
  const boxes = () => [...page.querySelectorAll('#bulk input[name=task]')];
  let at = null;

  const count = () => {
    const ticked = document.getElementById('ticked');
    if (ticked) ticked.textContent = boxes().filter((box) => box.checked).length;
  };
  const go = (row) => {
    rows().forEach((each) => each.classList.toggle('at', each === row));
    at = row ? row.dataset.task : null;
    if (row) {
      row.querySelector('td.title a').focus();
      row.scrollIntoView({ block: 'nearest' });
    }
  };
  const move = (step) => {
    const all = rows();
    const index = all.findIndex((row) => row.dataset.task === at);
    const next = index < 0 ? (step > 0 ? 0 : all.length - 1) : index + step;
    if (all[next]) go(all[next]);
  };

  page.addEventListener('change', (event) => {
    if (event.target.id === 'tick-all') boxes().forEach((box) => (box.checked = event.target.checked));
    count();
  });

  addKeys((event) => {
    if (!free(event)) return false;
    const key = event.key.toLowerCase();
    const row = at && rowOf(at);
    if (key === 'j' || key === 'k') {
      move(key === 'j' ? 1 : -1);
      return true;
    }
    if (key === 'x' && row) {
      const box = row.querySelector('input[name=task]');
      box.checked = !box.checked;
      count();
      return true;
    }
    const button = page.querySelector(`[data-bulk="${CSS.escape(key)}"]`);
    if (!button) return false;
    // Without a tick, the row at hand is meant.
    if (row && !boxes().some((box) => box.checked)) row.querySelector('input[name=task]').checked = true;
    button.click();
    return true;
  });

  // Who holds a row. The server's words are the pattern for these.
  const show = (row, kind, name) => {
    const cell = row.querySelector('.holder');
    const who = document.createElement(kind === 'me' ? 'strong' : 'span');
    who.textContent = name;
    if (kind === 'nobody') who.className = 'soft';
    cell.replaceChildren(who);
  };
  const title = (row) => row.querySelector('td.title a').textContent;

  let planned = false;
  let last = 0;
  const refresh = () => {
    if (planned) return;
    planned = true;
    // Not all browsers at once, and none too often.
    const wait = Math.max(PAUSE - (Date.now() - last), 0) + Math.random() * 500;
    setTimeout(async () => {
      planned = false;
      last = Date.now();
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const ticked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
      const focused = document.activeElement && document.activeElement.closest('tr[data-task]');
      ['tabs', 'list'].forEach((id) => {
        const old = document.getElementById(id);
        const now = fresh.getElementById(id);
        if (old && now) old.replaceWith(document.adoptNode(now));
      });
      boxes().forEach((box) => (box.checked = ticked.has(box.value)));
      count();
      if (focused && rowOf(focused.dataset.task)) go(rowOf(focused.dataset.task));
    }, wait);
  };

  // A lease that ends tells nobody: the row knows when.
  setInterval(() => {
    rows().forEach((row) => {
      if (row.dataset.lapses && Date.parse(row.dataset.lapses) <= Date.now()) {
        delete row.dataset.lapses;
        show(row, 'nobody', 'opened, free');
      }
    });
  }, 1000);

  const task = (change) => {
    const row = rowOf(change.task);
    if (change.what === 'opened' || change.what === 'changed') {
      refresh();
      return;
    }
    if (!row) {
      if (change.what !== 'claimed') refresh();
      return;
    }
    if (change.what === 'claimed') {
      row.dataset.lapses = change.until;
      show(row, change.by === me ? 'me' : 'other', change.by === me ? 'you' : change.name);
      if (change.by !== me) say(`${change.name} works on ${title(row)}`);
    } else if (change.what === 'released') {
      delete row.dataset.lapses;
      show(row, 'nobody', 'opened, free');
    } else {
      delete row.dataset.lapses;
      row.classList.add('gone');
      row.querySelector('input[name=task]').disabled = true;
      show(row, 'nobody', 'settled');
      refresh();
    }
  };
  return { task, refresh };
};
