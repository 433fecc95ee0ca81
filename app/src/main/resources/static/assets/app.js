// Keys, the lighting of marked words, the drop field and the lease clock. Every page works without it.
(() => {
  'use strict';

  const typing = (target) =>
    target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');

  // An element with data-key is pressed by that key, unless somebody types.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const hit = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!hit || hit.disabled) return;
    event.preventDefault();
    if (hit.matches('input[type=search]')) {
      hit.focus();
      hit.select();
    } else {
      hit.click();
    }
  });

  // Hovering a reason or a suggestion lights the words that spoke for it.
  const light = (event, on) => {
    const source = event.target.closest && event.target.closest('[data-lights]');
    if (!source) return;
    document
      .querySelectorAll(`mark[data-of~="${CSS.escape(source.dataset.lights)}"]`)
      .forEach((mark) => mark.classList.toggle('lit', on));
  };
  document.addEventListener('mouseover', (event) => light(event, true));
  document.addEventListener('mouseout', (event) => light(event, false));
  document.addEventListener('focusin', (event) => light(event, true));
  document.addEventListener('focusout', (event) => light(event, false));

  // The time left of a claim.
  setInterval(() => {
    document.querySelectorAll('[data-until]').forEach((clock) => {
      const left = Math.max(0, Math.floor((Date.parse(clock.dataset.until) - Date.now()) / 1000));
      const two = (n) => String(n).padStart(2, '0');
      clock.textContent = left === 0 ? 'lapsed' : `${two(Math.floor(left / 60))}:${two(left % 60)}`;
      clock.classList.toggle('late', left < 60);
    });
  }, 1000);

  // The field that files are dropped on.
  document.querySelectorAll('.drop').forEach((drop) => {
    const input = drop.querySelector('input[type=file]');
    const name = drop.querySelector('strong');
    const shown = () => {
      const file = input.files[0];
      if (!file) return;
      const limit = Number(input.dataset.limit || 0);
      const tooLarge = limit > 0 && file.size > limit;
      name.textContent = tooLarge
        ? `${file.name} is too large: at most ${Math.round(limit / 1048576)} MB are taken. Split it into several files.`
        : file.name;
      input.setCustomValidity(tooLarge ? 'Choose a smaller file.' : '');
    };
    input.addEventListener('change', shown);
    ['dragenter', 'dragover'].forEach((type) =>
      drop.addEventListener(type, (event) => {
        event.preventDefault();
        drop.classList.add('over');
      }),
    );
    ['dragleave', 'drop'].forEach((type) =>
      drop.addEventListener(type, () => drop.classList.remove('over')),
    );
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        shown();
      }
    });
  });
})();
