// The task page by keyboard: an answer, its basis, and it is sent.
import { addKeys, free, say, typing } from './keys.js';

const KIND = { ACCEPT: 'CODE', RECLASSIFY: 'CODE', PROHIBIT: 'PROHIBIT', ESCALATE: 'ESCALATE' };

export const startTask = (page) => {
  const form = document.getElementById('decision');
  if (form) startForm(page, form);
  return startNews(page, form);
};

const startForm = (page, form) => {
  const button = (verdict) => form.querySelector(`button[name=verdict][value=${verdict}]`);
  const buttons = [...form.querySelectorAll('button[name=verdict]')];
  const chosen = () => page.querySelector('input[name=choice]:checked');
  const rationale = form.elements.rationale;
  const search = document.getElementById('q');
  const same = () => chosen() !== null && chosen().value === form.dataset.machineCode;
  let asked = null;
  let sent = false;
  form.classList.add('guided');

  const picks = () => [...form.querySelectorAll('.picks:not([hidden]) input[name=basis]')];
  const picked = () => picks().find((pick) => pick.checked);

  /** Asks for an answer; what is left to do is to pick its basis. */
  const ask = (verdict) => {
    asked = verdict;
    buttons.forEach((b) => b.classList.toggle('asked', b.value === verdict));
    form.querySelectorAll('.picks').forEach((set) => (set.hidden = set.dataset.kind !== KIND[verdict]));
    if (verdict) {
      // What the search found has done its work.
      if (document.activeElement.closest('.search')) document.activeElement.blur();
      const what = button(verdict).firstChild.textContent.trim();
      const code = KIND[verdict] === 'CODE' ? ` ${chosen().dataset.dotted}` : '';
      say(`${what}${code}. Pick the basis with a number, then press Enter.`);
      const others = picks();
      form.querySelectorAll('input[name=basis]:checked').forEach((pick) => {
        if (!others.includes(pick)) unpick(pick);
      });
    }
  };
  const unpick = (pick) => {
    pick.checked = false;
    if (rationale.value === pick.dataset.rationale) rationale.value = '';
  };
  const askForCode = () => {
    if (chosen() === null) {
      say('Choose a code first, with 1 to 3 or by the search.');
      search.focus();
      return;
    }
    ask(same() ? 'ACCEPT' : 'RECLASSIFY');
  };
  const pick = (basis) => {
    const before = [...form.querySelectorAll('input[name=basis]')].some((b) => b.dataset.rationale === rationale.value);
    basis.checked = true;
    if (rationale.value.trim() === '' || before) rationale.value = basis.dataset.rationale;
    say(`${basis.value}. ${rationale.value} Press Enter to send.`);
  };
  const departs = () => asked === 'RECLASSIFY' || asked === 'PROHIBIT';
  // Who departs from the machine's answer names the law; the server refuses it otherwise.
  const ready = () => picked() !== undefined
    || (rationale.value.trim() !== '' && (!departs() || form.elements.basisMore.value.trim() !== ''));
  const send = () => {
    if (!asked) return;
    if (ready()) form.requestSubmit(button(asked));
    else say(departs() ? 'Pick the basis with a number, or write it with why.' : 'Pick the basis with a number, or write why.');
  };

  // Accept is for the machine's own code, Reclassify for any other.
  const fit = () => {
    const choice = chosen();
    button('ACCEPT').disabled = !same();
    button('RECLASSIFY').disabled = same() || choice === null;
    button('ACCEPT').classList.toggle('primary', same());
    button('RECLASSIFY').classList.toggle('primary', !same() && choice !== null);
    form.querySelector('.chosen-code').textContent = choice === null ? 'none yet' : choice.dataset.dotted;
    if (asked && KIND[asked] === 'CODE' && choice !== null) ask(same() ? 'ACCEPT' : 'RECLASSIFY');
  };
  page.addEventListener('change', (event) => {
    if (event.target.name === 'choice') fit();
    if (event.target.name === 'basis') pick(event.target);
    if (event.target.name === 'also') also();
  });
  // By mouse: the first press asks for the answer, the second sends it, as soon as there is a reason.
  buttons.forEach((b) =>
    b.addEventListener('click', (event) => {
      const kind = KIND[b.value];
      const mine = [...form.querySelectorAll(`.picks[data-kind=${kind}] input`)];
      if (rationale.value.trim() === '' && !mine.some((m) => m.checked)) {
        event.preventDefault();
        ask(b.value);
      }
    }),
  );
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });

  const inSearch = (event) => {
    const first = document.querySelector('#hits input');
    if (event.key === 'Enter' && !event.ctrlKey) {
      if (first) {
        first.click();
        first.focus();
      }
      return true;
    }
    if (event.key === 'ArrowDown' && first) {
      first.focus();
      first.click();
      return true;
    }
    return false;
  };
  const also = () => {
    const text = form.querySelector('.variants summary span');
    if (!text) return;
    const ticked = form.querySelectorAll('input[name=also]:checked').length;
    const all = form.querySelectorAll('input[name=also]').length;
    text.textContent = `also applies to ${ticked} of ${all} ${all === 1 ? 'variant' : 'variants'}`;
  };
  const KEYS = {
    a: askForCode,
    r: () => {
      search.focus();
      search.select();
    },
    p: () => ask('PROHIBIT'),
    e: () => button('ESCALATE') && ask('ESCALATE'),
    s: () => document.getElementById('skip').requestSubmit(),
    v: () => {
      const variants = form.querySelector('.variants');
      if (!variants) return;
      variants.open = !variants.open;
      if (variants.open) variants.querySelector('input:not(:disabled)')?.focus();
    },
  };
  addKeys((event) => {
    if (event.target === search && inSearch(event)) return true;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!asked) askForCode();
      send();
      return true;
    }
    if (event.key === 'Enter' && event.target.matches('input[type=text]') && form.contains(event.target)) return true;
    if (event.key === 'Escape' && !typing(event.target) && asked) {
      ask(null);
      return true;
    }
    if (!free(event)) return false;
    const key = event.key.toLowerCase();
    if (asked && /^[1-9]$/.test(key)) {
      const basis = picks()[Number(key) - 1];
      if (basis) pick(basis);
      return true;
    }
    if (event.key === 'Enter' && asked && !event.target.matches('button, a, summary')) {
      send();
      return true;
    }
    if (!(key in KEYS)) return false;
    KEYS[key]();
    return true;
  });
  ask(null);
  fit();
  also();
};

// What others do to this task meanwhile.
const startNews = (page, form) => {
  const me = document.body.dataset.me;
  const { task: id, stance } = page.dataset;
  const version = Number(page.dataset.version);
  const news = document.getElementById('news');
  const tell = (sentence) => {
    news.querySelector('span').textContent = sentence;
    news.hidden = false;
  };
  const task = (change) => {
    const variant = form && form.querySelector(`[data-variant="${CSS.escape(change.task)}"] input`);
    if (variant && change.what === 'claimed' && change.by !== me) {
      variant.checked = false;
      variant.disabled = true;
      say(`${change.name} works on a variant`);
    }
    if (change.task !== id) return;
    if (change.what === 'claimed' && change.by !== me) {
      tell(`${change.name} works on this task now.`);
    } else if (change.what === 'closed' && stance !== 'CLOSED') {
      tell(`${change.name || 'Somebody'} has settled this task.`);
    } else if (change.what === 'released' && stance === 'ANOTHERS') {
      tell('This task is free now.');
    } else if (change.what === 'released' && stance === 'MINE') {
      tell('You do not hold this task any more.');
    } else if ((change.what === 'changed' || change.what === 'opened') && change.version > version) {
      tell('This task has changed since you opened it. What you wrote stays until you show it again.');
    }
  };
  return { task, refresh: () => {} };
};
