// What happens to tasks while somebody looks, by server-sent events. After any gap the page reads all again.
export const startLive = (on) => {
  if (!window.EventSource) return;
  const stream = new EventSource(`${document.body.dataset.base}review/stream`);
  let before = false;
  stream.addEventListener('open', (event) => {
    // The connection itself says "open" too, and carries no data.
    if (event.data === undefined) return;
    document.documentElement.dataset.live = 'on';
    if (before) on.refresh();
    before = true;
  });
  stream.addEventListener('refresh', () => on.refresh());
  stream.addEventListener('task', (event) => on.task(JSON.parse(event.data)));
  stream.onerror = () => {
    document.documentElement.dataset.live = 'off';
  };
  window.addEventListener('pagehide', () => stream.close());
};
