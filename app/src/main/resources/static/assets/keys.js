// Keys that every page of the desk has: G and a letter goes to a page, ? shows the key map.
const PAGES = { q: 'queue', t: '', i: 'items', s: 'shipments', u: 'upload', d: 'deliveries', p: 'review/people' };

/** Whether a key belongs to a field that is written into. */
export const typing = (target) =>
  target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');

/** Whether a key is meant for the page: no modifier, no field, no dialog. */
export const free = (event) =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector('dialog[open]');

/** Says something to those who listen to the page. */
export const say = (sentence) => {
  document.getElementById('live').textContent = sentence;
};

/** Adds keys of the page; a handler that returns true has used the key, and nobody else gets it. */
export const addKeys = (handle) => {
  document.addEventListener(
    'keydown',
    (event) => {
      if (handle(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );
};

export const startKeys = () => {
  let going = false;
  addKeys((event) => {
    if (!free(event)) return false;
    const key = event.key.toLowerCase();
    if (going) {
      going = false;
      if (!(key in PAGES)) return false;
      location.assign(document.body.dataset.base + PAGES[key]);
      return true;
    }
    if (key === 'g') {
      going = true;
      setTimeout(() => (going = false), 1500);
      return true;
    }
    const map = document.getElementById('keymap');
    if (key === '?' && map) {
      map.showModal();
      return true;
    }
    return false;
  });

  // How long a decision can still be taken back.
  document.querySelectorAll('form[data-undo-until]').forEach((form) => {
    const tick = () => {
      const left = Math.ceil((Date.parse(form.dataset.undoUntil) - Date.now()) / 1000);
      form.hidden = left <= 0;
      form.querySelector('.left').textContent = `${Math.max(0, left)} s`;
      if (left > 0) setTimeout(tick, 250);
    };
    tick();
  });
  addKeys((event) => {
    if (!free(event) || event.key.toLowerCase() !== 'u') return false;
    const form = document.querySelector('form[data-undo-until]:not([hidden])');
    if (!form) return false;
    form.requestSubmit();
    return true;
  });
};
